import { gaussian, startState } from "../../../src/model/eqr/noise/noise";
import { bitsOff, maxError, rowOf, take } from "../measure";
import { withKernels } from "../setup";

/** Errors of gather, gram and axes for n states, relative to the largest number expected. */
export function pcaErrors(n: number) {
  return withKernels(
    async (backend) => {
      const size = 729 * 8;
      const states = [backend.start(1, 0, n), backend.start(2, 10, n)];
      // Row i of the matrix is trajectory n - 1 - i, drawn from either state in turn.
      const picks = Array.from({ length: n }, (_, i) => ({ state: i % 2, row: n - 1 - i }));
      const matrix = backend.gather(
        picks.flatMap(({ state, row }) => (states[state] ? [{ z: states[state], row }] : [])),
      );
      for (const state of states) state.dispose();
      const weights = gaussian(3, 0, 0, n * 3);
      const gram = await backend.gram(matrix);
      const axes = backend.axes(matrix, weights);
      const [directions, mean] = [await take(axes.directions), await take(axes.mean)];
      const rows = await take(matrix);

      const expectedRows = picks.map(({ state, row }) => startState(state + 1, state * 10 + row, size));
      const expectedMean = Float64Array.from({ length: size }, (_, j) =>
        sum(n, (i) => (expectedRows[i]?.[j] ?? 0) / n),
      );
      const expectedGram = Float64Array.from({ length: n * n }, (_, at) => {
        const [a, b] = [expectedRows[Math.floor(at / n)], expectedRows[at % n]];
        return sum(size, (j) => (a?.[j] ?? 0) * (b?.[j] ?? 0));
      });
      const expectedAxes = Float64Array.from({ length: 3 * size }, (_, at) => {
        const j = at % size;
        return sum(
          n,
          (i) => (weights[i * 3 + Math.floor(at / size)] ?? 0) * ((expectedRows[i]?.[j] ?? 0) - (expectedMean[j] ?? 0)),
        );
      });
      return {
        gathered: expectedRows.reduce((off, row, i) => off + bitsOff(rowOf(rows, i, n), row), 0),
        mean: maxError(mean, expectedMean),
        gram: maxError(gram, expectedGram) / Math.max(...expectedGram),
        axes: maxError(directions, expectedAxes) / Math.max(1, ...expectedAxes),
      };
    },
    { d: 8 },
  );
}

function sum(count: number, term: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += term(i);
  return total;
}
