import type { Anatomy } from "../../model/eqr/model/anatomy";
import { meaningOf, type Quantity, readingOf } from "./quantity";
import "./latent.css";

/** The colour scale of the boards and what it measures, in a sentence. */
export function LatentLegend({ anatomy, quantity }: { readonly anatomy: Anatomy; readonly quantity: Quantity }) {
  const { low, middle, high } = readingOf(anatomy, quantity).legend;
  return (
    <div className="candidate-facts">
      <div className="latent-legend">
        <span>{low ?? middle}</span>
        <Ramp fromZero={low === null} />
        <span>{high}</span>
      </div>
      <p>{meaningOf(quantity, anatomy)}</p>
    </div>
  );
}

/** The colours of the boards, drawn and not styled, so that an exported figure has them too. */
function Ramp({ fromZero }: { readonly fromZero: boolean }) {
  return (
    <svg className="latent-ramp" width={96} height={8} aria-hidden="true">
      {Array.from({ length: STEPS }, (_, i) => {
        const place = fromZero ? (i + 0.5) / STEPS : (2 * (i + 0.5)) / STEPS - 1;
        const box = { x: (96 * i) / STEPS, width: 96 / STEPS, height: 8 };
        return (
          <g key={box.x}>
            <rect {...box} style={{ fill: "var(--sunk)" }} />
            <rect
              {...box}
              style={{ fill: place < 0 ? "var(--outcome-wandering)" : "var(--accent)" }}
              fillOpacity={Math.abs(place)}
            />
          </g>
        );
      })}
    </svg>
  );
}

const STEPS = 24;
