export interface LogScale {
  /** Powers of ten at the ends. */
  readonly from: number;
  readonly to: number;
  /** Where these lie, in pixels. */
  readonly left: number;
  readonly right: number;
}

/** The powers of ten that hold some rates with their spreads; at least one decade. */
export function wholeDecades(
  marks: readonly { readonly low: number; readonly high: number }[],
): Pick<LogScale, "from" | "to"> {
  const lows = marks.map(({ low }) => low).filter((low) => low > 0);
  const highs = marks.map(({ high }) => high).filter((high) => high > 0);
  if (lows.length === 0 || highs.length === 0) return { from: 0, to: 1 };
  const from = Math.floor(Math.log10(Math.min(...lows)));
  return { from, to: Math.max(from + 1, Math.ceil(Math.log10(Math.max(...highs)))) };
}

/** Where a rate lies, in pixels; what is off the scale lies at its end. */
export function positionOf({ from, to, left, right }: LogScale, value: number): number {
  const share = value > 0 ? (Math.log10(value) - from) / (to - from) : 0;
  return left + Math.min(1, Math.max(0, share)) * (right - left);
}
