import type { Task } from "../tasks/task";

const GRID = { rows: 2, columns: 2, values: 2 } as const;

/** The tiny task of the tests: a 2 x 2 square in which each row and column holds 1 and 2. As text four characters, 1, 2 or a dot. */
export const latinSquare: Task = {
  name: "latin-square",
  title: "2 × 2 Latin square",
  inputs: 3,
  grid: GRID,
  read(text) {
    if (!/^[12.]{4}$/.test(text)) throw new Error("A 2 × 2 Latin square is 4 characters, 1, 2 or a dot.");
    const input = Uint8Array.from(text, (character) => (character === "." ? 0 : Number(character)));
    return { task: "latin-square", text, grid: GRID, input };
  },
  solves: ({ input }, [a = 0, b = 0, c = 0, d = 0]) =>
    a + b === 3 && c + d === 3 && a === d && input.every((given, cell) => given === 0 || given === [a, b, c, d][cell]),
  suppose({ input }, suppositions) {
    const supposed = input.slice();
    for (const { cell, value } of suppositions) supposed[cell] = value;
    return supposed;
  },
};
