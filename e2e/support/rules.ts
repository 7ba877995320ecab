// The rules of Sudoku, written anew: the tests must not believe the page's own.

/** What is wrong with a grid of 81 digits as the answer to a puzzle (81 characters); empty when it is right. */
export function faults(grid: readonly number[], puzzle: string): string[] {
  if (grid.length !== 81) return [`The grid has ${grid.length} cells.`];
  const found: string[] = [];
  for (const [name, cells] of units()) {
    const digits = cells.map((cell) => grid[cell] ?? 0).sort();
    if (digits.join("") !== "123456789") found.push(`${name} holds ${digits.join("")}.`);
  }
  for (let cell = 0; cell < 81; cell++) {
    const given = puzzle[cell] ?? ".";
    if (given !== "." && String(grid[cell]) !== given) found.push(`Cell ${cell} was given as ${given}.`);
  }
  return found;
}

function units(): [string, number[]][] {
  const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return nine.flatMap((i): [string, number[]][] => [
    [`row ${i + 1}`, nine.map((j) => 9 * i + j)],
    [`column ${i + 1}`, nine.map((j) => 9 * j + i)],
    [`box ${i + 1}`, nine.map((j) => 27 * Math.floor(i / 3) + 3 * (i % 3) + 9 * Math.floor(j / 3) + (j % 3))],
  ]);
}
