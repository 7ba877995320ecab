import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** The rooms of the Sudoku task and of the relational map, and what is about the two by its nature. */
const ROOMS = [/^model\/tasks\/sudoku\//, /^model\/maps\/relational\//, /^ui\/tasks\/sudoku\//, /^bench\//];
const APART = /\.test\.tsx?$|\.testing\.ts$|\.testing\/|\/fixtures\/|(^|\/)testing\.ts$/;
/** Registers name what they hold. */
const REGISTERS = ["model/tasks/index.ts", "ui/tasks/index.ts"];

const root = fileURLToPath(new URL(".", import.meta.url));

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.(tsx?|wgsl)$/.test(file) && !APART.test(file) && !ROOMS.some((room) => room.test(file)));

/** Code without its comments. */
const codeOf = (file: string) =>
  readFileSync(root + file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "");

test("81, 729 and Sudoku stay in the rooms of the Sudoku task and the relational map", () => {
  const found = files.filter((file) => {
    const code = codeOf(file);
    const imports = /from "[^"]*tasks\/sudoku\/|import\("[^"]*tasks\/sudoku\//.test(code);
    return /\b(81|729)\b/.test(code) || (imports && !REGISTERS.includes(file));
  });
  expect(found).toEqual([]);
});
