import { pcaOfGram } from "./pca";

/**
 * Places n points in a plane so that their distances are kept as well as a plane can (classical scaling, Torgerson 1952).
 * distances: [n * n]; the result is [n * 2], centred. `kept` is the share of the squared distances' spread that the plane shows.
 */
export function placeByDistance(distances: ArrayLike<number>, n: number): { places: Float32Array; kept: number } {
  const places = new Float32Array(n * 2);
  if (n < 2) return { places, kept: 1 };
  // -1/2 D^2 centred is the Gram matrix of the points; pcaOfGram centres.
  const gram = Float64Array.from({ length: n * n }, (_, i) => -0.5 * (distances[i] ?? 0) ** 2);
  const { coords, explained } = pcaOfGram(gram, n);
  for (let i = 0; i < n; i++) places.set([coords[i * 3] ?? 0, coords[i * 3 + 1] ?? 0], i * 2);
  return { places, kept: explained[0] + explained[1] };
}
