/** What the map is shown of a candidate. */
const GIVEN = 1;
const EXCLUDED = 2;

/**
 * The conditions x of input symbols, [81] each (0 open, else the value that is given): [n * 729], index = cell * 9 +
 * value - 1; 0 unknown, 1 this value is given, 2 another value is given in this cell.
 */
export function conditionsOf(inputs: readonly Uint8Array[]): Int32Array {
  const x = new Int32Array(inputs.length * 729);
  inputs.forEach((input, i) => {
    if (input.length !== 81) throw new RangeError(`An input has 81 cells, not ${input.length}.`);
    input.forEach((value, cell) => {
      if (value === 0) return;
      const at = i * 729 + cell * 9;
      x.fill(EXCLUDED, at, at + 9);
      x[at + value - 1] = GIVEN;
    });
  });
  return x;
}
