import type { Anatomy } from "../../model/eqr/model/anatomy";
import { fixed, local, say } from "../../words/say";
import { formatPercent, formatResidual, formatSigned, superscript } from "../format";

/** What of a candidate's vector is drawn. */
export type Quantity = "logit" | "length" | "change" | "pc1" | "pc2" | "pc3";

export const QUANTITIES: readonly Quantity[] = ["logit", "length", "change", "pc1", "pc2", "pc3"];

/** A quantity of all candidates, ready to draw. */
export interface Reading {
  readonly values: Float32Array;
  /** Where a value lies between the ends of the scale: -1 to 1, or 0 to 1 where nothing lies below; NaN as it is. */
  place(value: number): number;
  /** Labels of the scale: its low end, its middle, its high end. A scale from 0 has no low end. */
  readonly legend: { readonly low: string | null; readonly middle: string; readonly high: string };
  format(value: number): string;
}

/** Lengths are drawn this far around 1. */
const LENGTH_SPAN = 0.5;
/** Changes from 10^-6, where float precision ends, to 1. */
const CHANGE_DECADES = 6;

export function readingOf(anatomy: Anatomy, quantity: Quantity): Reading {
  switch (quantity) {
    case "length":
      return {
        values: anatomy.lengths,
        place: (value) => held((value - 1) / LENGTH_SPAN),
        legend: { low: `≤ ${1 - LENGTH_SPAN}`, middle: "1", high: `≥ ${1 + LENGTH_SPAN}` },
        format: (value) => (Number.isFinite(value) ? fixed(value, 3) : "–"),
      };
    case "change":
      return {
        values: anatomy.changes,
        place: (value) => held(Math.max(0, Math.log10(value) / CHANGE_DECADES + 1)),
        legend: { low: null, middle: `10${superscript(-CHANGE_DECADES)}`, high: "1" },
        format: formatResidual,
      };
    default:
      return even(valuesOf(anatomy, quantity));
  }
}

/** What the quantity says, in a sentence. */
export function meaningOf(quantity: Quantity, anatomy: Anatomy | null): string {
  switch (quantity) {
    case "logit":
      return say`Digit logit, in log-odds: blue speaks for the digit, brown against it. Their softmax over a cell is what the board shows.`;
    case "length":
      return say`Length of each vector (root mean square): blue is longer than 1, brown shorter. At a fixed point all are 1; a shorter one is still being pulled to and fro.`;
    case "change":
      return say`How far each vector moved in this iteration, as a share of its length and by powers of ten: the bluer, the farther.`;
    default: {
      const axis = AXIS[quantity];
      const share = anatomy ? formatPercent(anatomy.axes.explained[axis]) : "–";
      const ks = anatomy?.axes.ks ?? [];
      const fitted = ks.length > 3 ? `${ks.slice(0, 3).join(", ")} … ${ks.at(-1)}` : ks.join(", ");
      return say`Blue is one side, brown the other. Coordinate on principal axis ${axis + 1} of the vectors: ${share} of their variance at iterations ${fitted} of this trajectory.`;
    }
  }
}

const AXIS = { pc1: 0, pc2: 1, pc3: 2 } as const;

function valuesOf(anatomy: Anatomy, quantity: "logit" | "pc1" | "pc2" | "pc3"): Float32Array {
  if (quantity === "logit") return anatomy.logits;
  const count = anatomy.logits.length;
  return anatomy.components.subarray(AXIS[quantity] * count, (AXIS[quantity] + 1) * count);
}

/** A scale around zero that ends at a round number, so that it stays the same over many iterations. */
function even(values: Float32Array): Reading {
  const end = roundEnd(values);
  const text = end >= 1 ? String(end) : local(end.toPrecision(1));
  return {
    values,
    place: (value) => held(value / end),
    legend: { low: `−${text}`, middle: "0", high: `+${text}` },
    format: (value) => formatSigned(value, 2),
  };
}

/** The first of 1, 2, 5, 10, 20 ... that no value passes. */
export function roundEnd(values: Float32Array): number {
  let most = 0;
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  if (most === 0 || !Number.isFinite(most)) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 2, 5].find((step) => step * power >= most) ?? 10);
}

function held(place: number): number {
  return Math.min(1, Math.max(-1, place));
}
