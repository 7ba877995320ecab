import type { Anatomy } from "../model/eqr/anatomy";
import { meaningOf, type Quantity, readingOf } from "./latent/quantity";
import "./latent.css";

/** The colour scale of the boards and what it measures, in a sentence. */
export function LatentLegend({ anatomy, quantity }: { readonly anatomy: Anatomy; readonly quantity: Quantity }) {
  const { low, middle, high } = readingOf(anatomy, quantity).legend;
  return (
    <div className="candidate-facts">
      <div className="latent-legend">
        <span>{low ?? middle}</span>
        <span className="latent-ramp" data-from-zero={low === null || undefined} />
        <span>{high}</span>
      </div>
      <p>{meaningOf(quantity, anatomy)}</p>
    </div>
  );
}
