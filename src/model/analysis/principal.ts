import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** Principal axes of many points of few dimensions. */
export interface PrincipalAxes {
  /** [dim] */
  readonly mean: Float64Array;
  /** [3, dim] orthonormal, by falling variance; zeros where there are fewer dimensions. */
  readonly axes: Float64Array;
  /** Share of the variance along each; 0 of points that do not vary. */
  readonly explained: readonly [number, number, number];
}

/**
 * PCA of points [n, dim] by their covariance [dim, dim]. An axis has no sign of its own: each is turned to agree with
 * `towards` [dim], so that it means the same again for other points. Throws a RangeError without points.
 */
export function principalAxes(points: ArrayLike<number>, towards: ArrayLike<number>): PrincipalAxes {
  const dim = towards.length;
  const n = Math.floor(points.length / dim);
  if (n === 0) throw new RangeError("Principal axes need a point at least.");
  const mean = new Float64Array(dim);
  for (let i = 0; i < n * dim; i++) mean[i % dim] = (mean[i % dim] ?? 0) + (points[i] ?? 0) / n;
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance(points, mean, n), {
    assumeSymmetric: true,
  });
  const variance = realEigenvalues.reduce((sum, value) => sum + Math.max(0, value), 0);
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  const axes = new Float64Array(3 * dim);
  const explained: [number, number, number] = [0, 0, 0];
  order.slice(0, 3).forEach((column, axis) => {
    const vector = eigenvectorMatrix.getColumn(column);
    const sign = vector.reduce((sum, v, i) => sum + v * (towards[i] ?? 0), 0) < 0 ? -1 : 1;
    axes.set(
      vector.map((v) => sign * v),
      axis * dim,
    );
    if (variance > 0) explained[axis] = Math.max(0, realEigenvalues[column] ?? 0) / variance;
  });
  return { mean, axes, explained };
}

/** Coordinates [n, 3] of points [n, dim] on the axes. */
export function onAxes(points: ArrayLike<number>, { mean, axes }: PrincipalAxes): Float32Array {
  const dim = mean.length;
  const n = Math.floor(points.length / dim);
  const coords = new Float32Array(n * 3);
  for (let point = 0; point < n; point++)
    for (let axis = 0; axis < 3; axis++) {
      let sum = 0;
      for (let i = 0; i < dim; i++)
        sum += ((points[point * dim + i] ?? 0) - (mean[i] ?? 0)) * (axes[axis * dim + i] ?? 0);
      coords[point * 3 + axis] = sum;
    }
  return coords;
}

function covariance(points: ArrayLike<number>, mean: Float64Array, n: number): Matrix {
  const dim = mean.length;
  const sums = new Float64Array(dim * dim);
  const centred = new Float64Array(dim);
  for (let point = 0; point < n; point++) {
    for (let i = 0; i < dim; i++) centred[i] = (points[point * dim + i] ?? 0) - (mean[i] ?? 0);
    for (let i = 0; i < dim; i++)
      for (let j = 0; j <= i; j++) sums[i * dim + j] = (sums[i * dim + j] ?? 0) + (centred[i] ?? 0) * (centred[j] ?? 0);
  }
  const matrix = new Matrix(dim, dim);
  for (let i = 0; i < dim; i++)
    for (let j = 0; j <= i; j++) {
      const value = (sums[i * dim + j] ?? 0) / n;
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  return matrix;
}
