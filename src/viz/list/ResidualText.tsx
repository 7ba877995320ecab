import { local } from "../../words/say";
import { formatResidual, isTiny, scientific, spokenResidual } from "../format";
import "./residualText.css";

/**
 * A residual in print. The exponent is raised by markup: the web font's subset has no superscript digits, and a fallback
 * face would stand out.
 */
export function ResidualText({ value }: { readonly value: number }) {
  if (!isTiny(value)) return <span className="residual-text">{formatResidual(value)}</span>;
  const { mantissa, exponent } = scientific(value);
  return (
    <span className="residual-text">
      <span aria-hidden="true">
        {local(mantissa)} × 10<sup>{exponent < 0 ? `−${-exponent}` : exponent}</sup>
      </span>
      <span className="visually-hidden">{spokenResidual(value)}</span>
    </span>
  );
}
