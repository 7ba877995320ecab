import { counted, fixed, local, say } from "../words/say";

/** A number as mantissa × 10^exponent. */
export interface Scientific {
  readonly mantissa: string;
  readonly exponent: number;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MINUS = "−";

/** Splits a positive number into a mantissa of two significant digits and a power of ten. */
export function scientific(value: number): Scientific {
  const [mantissa = "0", exponent = "0"] = value.toExponential(1).split("e");
  return { mantissa, exponent: Number(exponent) };
}

/** Whether a residual is small enough to be written with a power of ten. */
export function isTiny(value: number): boolean {
  return value > 0 && value < 0.00995;
}

/** An exponent in superscript characters: -5 becomes "⁻⁵". */
export function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)] ?? "");
  return (exponent < 0 ? "⁻" : "") + digits.join("");
}

/** A residual as text: "0.11", "3.5 × 10⁻⁵", "–" where there is none, "∞" where the state broke. */
export function formatResidual(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return "∞";
  if (value === 0) return "0";
  if (!isTiny(value)) return value < 1000 ? formatPlain(value) : formatPower(value);
  return formatPower(value);
}

function formatPlain(value: number): string {
  return value >= 10
    ? fixed(value, 0)
    : value >= 0.995
      ? fixed(value, 1)
      : value >= 0.0995
        ? fixed(value, 2)
        : fixed(value, 3);
}

function formatPower(value: number): string {
  const { mantissa, exponent } = scientific(value);
  return `${local(mantissa)} × 10${superscript(exponent)}`;
}

/** A residual as screen readers read it best: "3.5e-5". */
export function spokenResidual(value: number): string {
  if (!isTiny(value)) return formatResidual(value);
  const { mantissa, exponent } = scientific(value);
  return say`${local(mantissa)} times 10 to the ${exponent < 0 ? say`minus ${-exponent}` : exponent}`;
}

/** A share as a percentage without decimals: 0.853 becomes "85 %". What is not quite all is never shown as 100 %. */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const percent = share * 100;
  if (percent > 99 && percent < 100) return "99 %";
  if (percent > 0 && percent < 1) return "<1 %";
  return `${Math.round(percent)} %`;
}

/**
 * A measured share with one decimal where it has one: "99.9 %", "90 %". What is not all is never shown as 100 %, what is
 * not none never as 0 %.
 */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const percent = Math.round(share * 1000) / 10;
  if (share < 1 && percent === 100) return `>${local("99.9")} %`;
  if (share > 0 && percent === 0) return `<${local("0.1")} %`;
  return `${local(percent)} %`;
}

const POWERS = ["", "k", "M", "G", "T", "P"] as const;

/** A count of floating-point operations: 1.9e10 becomes "19 GFLOP". */
export function formatFlop(flop: number): string {
  const power = Math.min(POWERS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(flop, 1)) / 3)));
  const value = flop / 1000 ** power;
  return `${value >= 10 || power === 0 ? fixed(value, 0) : fixed(value, 1)} ${POWERS[power]}FLOP`;
}

/** A count with its thousands set apart: "12,345". */
export function formatCount(count: number): string {
  return counted(count);
}

/** A halting logit with its sign: "+6.7", "−8.9". */
export function formatQ(value: number): string {
  return formatSigned(value, 1);
}

/** A number with its sign and a fixed number of decimals; zero has none. */
export function formatSigned(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "+∞" : `${MINUS}∞`;
  const text = fixed(Math.abs(value), decimals);
  if (Number(Math.abs(value).toFixed(decimals)) === 0) return text;
  return (value < 0 ? MINUS : "+") + text;
}

/** The number a person knows a trajectory by: they count from 1. */
export function trajectoryNumber(index: number): string {
  return String(index + 1);
}

/** A text that begins with a capital. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
