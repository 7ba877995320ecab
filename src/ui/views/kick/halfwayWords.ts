import type { Halfway } from "../../../model/analysis/radius";
import { say } from "../../../words/say";

/** "0.8 (95 %: 0.6 to 1.0)"; a bound outside what was tried is left open. */
export function spokenSize({ size, low, high }: Extract<Halfway, { kind: "at" }>): string {
  const bound = (value: number | null, beyond: string) => (value === null ? beyond : short(value));
  return say`${short(size)} (95\u00a0%: ${bound(low, say`below all sizes tried`)} to ${bound(high, say`beyond all sizes tried`)})`;
}

export function short(size: number): string {
  return String(Number(size.toPrecision(2)));
}
