/** Pixels of the smallest type in pictures: on a desk nothing is written smaller. */
export const LEAST_TYPE = 11;

/** The page's typeface for a canvas. */
export function fontOf(weight: number, size: number): string {
  return `${weight} ${Math.round(size * 10) / 10}px "Inter Variable", Inter, system-ui, sans-serif`;
}
