import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { tidyField } from "../store/settings";

/** A slider has this many steps. */
export const SLIDER_STEPS = 1000;

/** Where a value stands on a slider of its field: 0 ... SLIDER_STEPS. `max` may end the slider early. */
export function positionOf(field: NumericField, value: number, max = FIELDS[field].max): number {
  const { min, scale } = FIELDS[field];
  const share =
    scale === "log" ? Math.log(value / min) / Math.log(max / min) : max > min ? (value - min) / (max - min) : 0;
  return Math.round(Math.min(1, Math.max(0, share)) * SLIDER_STEPS);
}

/** The value at a position of the slider. */
export function valueAt(field: NumericField, position: number, max = FIELDS[field].max): number {
  const { min, scale } = FIELDS[field];
  if (position >= SLIDER_STEPS) return tidyField(field, max);
  const share = position / SLIDER_STEPS;
  const value = scale === "log" ? min * (max / min) ** share : min + share * (max - min);
  // Two digits are as much as a slider can mean.
  return tidyField(field, scale === "log" ? Number(value.toPrecision(2)) : Number(value.toFixed(2)));
}

const ROUND = [
  1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072, 4096,
];
const STRIDE: Readonly<Partial<Record<NumericField, number>>> = {
  lambda: 0.05,
  sigma: 0.01,
  noisyFor: 8,
  period: 32,
  seed: 1,
};

/** The next rounder value up or down, as a stepper button or an arrow key goes. */
export function beside(field: NumericField, value: number, by: 1 | -1): number {
  if (field === "tolerance") return tidyField(field, by > 0 ? value * 10 : value / 10);
  const stride = STRIDE[field];
  if (stride !== undefined) return tidyField(field, (Math.round(value / stride) + by) * stride);
  const next = by > 0 ? ROUND.find((round) => round > value) : ROUND.findLast((round) => round < value);
  return tidyField(field, next ?? value);
}

/** A value as it is typed and read: "128", "0.7", "1e-4". */
export function writeField(field: NumericField, value: number): string {
  return field === "tolerance" ? value.toExponential() : String(value);
}

/** Reads what was typed; null when it is no number. Out of range is brought into range. */
export function readField(field: NumericField, text: string): number | null {
  const trimmed = text.trim().replace(",", ".").replace("−", "-");
  const value = trimmed === "" ? Number.NaN : Number(trimmed);
  return Number.isFinite(value) ? tidyField(field, value) : null;
}
