import type { Task } from "../task";

/** One open cell: which of a few memories a state ends at. Each of them is a right answer. */
function recall(name: string, title: string, values: number): Task {
  const grid = { rows: 1, columns: 1, values } as const;
  return {
    name,
    title,
    inputs: values + 1,
    grid,
    read(text) {
      if (text !== ".") throw new Error(`${title} has one cell, and it is open: its text is a dot.`);
      return { task: name, text, grid, input: new Uint8Array(1) };
    },
    solves: (_, [value = 0]) => value >= 1 && value <= values,
  };
}

export const twoWells = recall("two-wells", "Two wells", 2);
export const threeMemories = recall("three-memories", "Three memories", 3);
