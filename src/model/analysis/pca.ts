import { EigenvalueDecomposition, Matrix } from "ml-matrix";

export interface Pca {
  /** [n, 3] such that axes = weights^T (X - mean) are orthonormal; zeros for an axis along which nothing varies. */
  readonly weights: Float32Array;
  /** Share of the variance along each axis, largest first; 0 for an axis along which nothing varies. */
  readonly explained: readonly [number, number, number];
  /** [n, 3] coordinates of the n points on the axes. */
  readonly coords: Float32Array;
  readonly flipped: Flipped;
}

/** By axis, whether the farthest point lies on the negative side: the sign of an axis is free, and somebody chose it. */
export type Flipped = readonly [boolean, boolean, boolean];

/** What decides the signs: coordinates [n, 3] of the same points on earlier axes (NaN where unknown), or the signs themselves. */
export interface Signs {
  readonly previous?: ArrayLike<number>;
  readonly flipped?: Flipped;
}

/** Eigenvalues below this share of the mean squared length of a point are rounding of an f32 Gram matrix, not variance. */
const NOISE = 1e-6;
/** Coordinates of less could not be written in f32 any more. */
const SMALLEST = 1e-70;

/**
 * Principal components of n points from their Gram matrix X X^T [n, n] (not centred), so that points of any dimension
 * cost an n x n eigenproblem: with H G H = U diag(l) U^T, axis i is X_c^T u_i / sqrt(l_i) and the coordinates are sqrt(l_i) u_i.
 *
 * The sign of an axis means nothing. It is as `flipped` says, or agrees with `previous`, so that a picture does not flip;
 * without either, the farthest point lies on the positive side.
 */
export function pcaOfGram(gram: ArrayLike<number>, n: number, signs: Signs = {}): Pca {
  const weights = new Float32Array(n * 3);
  const coords = new Float32Array(n * 3);
  const explained: [number, number, number] = [0, 0, 0];
  const flipped: [boolean, boolean, boolean] = [false, false, false];
  const { centred, meanSquare } = centre(gram, n);
  const variance = centred.trace();
  const eigen = new EigenvalueDecomposition(centred, { assumeSymmetric: true });
  const values = eigen.realEigenvalues;
  const order = values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  order.slice(0, 3).forEach((column, axis) => {
    const value = values[column] ?? 0;
    if (!(value > Math.max(NOISE * meanSquare, SMALLEST))) return;
    const vector = eigen.eigenvectorMatrix.getColumn(column);
    const natural = signOf(vector);
    const sign = chosenSign(vector, axis, signs, natural);
    flipped[axis] = sign !== natural;
    explained[axis] = value / variance;
    vector.forEach((u, i) => {
      weights[i * 3 + axis] = (sign * u) / Math.sqrt(value);
      coords[i * 3 + axis] = sign * u * Math.sqrt(value);
    });
  });
  return { weights, explained, coords, flipped };
}

/** H G H with H = I - 1/n, in double precision, and the mean squared length of the points. */
function centre(gram: ArrayLike<number>, n: number): { centred: Matrix; meanSquare: number } {
  const matrix = new Matrix(n, n);
  let meanSquare = 0;
  // The two triangles of an f32 product may differ in the last bit; the decomposition wants symmetry.
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) matrix.set(i, j, ((gram[i * n + j] ?? 0) + (gram[j * n + i] ?? 0)) / 2);
    meanSquare += matrix.get(i, i) / n;
  }
  const means = matrix.mean("row");
  const mean = matrix.mean();
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) matrix.set(i, j, matrix.get(i, j) - (means[i] ?? 0) - (means[j] ?? 0) + mean);
  return { centred: matrix, meanSquare };
}

/** The sign with which the farthest point lies on the positive side. */
function signOf(vector: readonly number[]): 1 | -1 {
  const farthest = vector.reduce((most, u) => (Math.abs(u) > Math.abs(most) ? u : most), 0);
  return farthest < 0 ? -1 : 1;
}

function chosenSign(vector: readonly number[], axis: number, { previous, flipped }: Signs, natural: 1 | -1): 1 | -1 {
  if (flipped) return flipped[axis] ? (-natural as 1 | -1) : natural;
  const agreement = vector.reduce((sum, u, i) => {
    const before = previous?.[i * 3 + axis] ?? 0;
    return Number.isFinite(before) ? sum + u * before : sum;
  }, 0);
  return agreement === 0 ? natural : agreement < 0 ? -1 : 1;
}
