import type { Task } from "../task";

const GRID = { rows: 1, columns: 3, values: 2 } as const;

/** The four solutions, [cells] each: the third cell is 2 exactly where the first two differ. */
export const SOLUTIONS: readonly Uint8Array[] = [
  [1, 1, 1],
  [1, 2, 2],
  [2, 1, 2],
  [2, 2, 1],
].map((cells) => Uint8Array.from(cells));

/** Whether a solution keeps what is given. */
export const fits = (solution: Uint8Array, input: Uint8Array) =>
  input.every((given, cell) => given === 0 || given === solution[cell]);

/** Three cells of 1 or 2 (off, on), a XOR b = c. As text three characters, 1, 2 or a dot for an open cell. */
export const xor: Task = {
  name: "xor",
  title: "Exclusive or",
  inputs: 3,
  grid: GRID,
  read(text) {
    if (!/^[12.]{3}$/.test(text)) throw new Error("An exclusive or is 3 characters, 1, 2 or a dot for an open cell.");
    const input = Uint8Array.from(text, (character) => (character === "." ? 0 : Number(character)));
    return { task: "xor", text, grid: GRID, input };
  },
  solves: ({ input }, decoded) =>
    SOLUTIONS.some((solution) => fits(solution, input) && solution.every((value, cell) => value === decoded[cell])),
  suppose({ input }, suppositions) {
    const supposed = input.slice();
    for (const { cell, value } of suppositions) supposed[cell] = value;
    return supposed;
  },
};
