import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type Part, type PuzzleList, readList } from "../../src/model/tasks/sudoku/read/evaluable";
import { describeMalformed } from "../../src/model/tasks/sudoku/read/reading";
import type { Options } from "./options";

/** The puzzles that the options ask for; says on stderr what of their file was passed over. */
export async function readTasks({ file, skip, limit }: Pick<Options, "file" | "skip" | "limit">) {
  const { puzzles, malformed, malformedCount, notes } = await readPuzzleFile(file, { skip, limit });
  for (const fault of malformed) console.error(`skipped: ${describeMalformed(fault)}`);
  for (const note of notes) console.error(note);
  return { tasks: puzzles, malformed: malformedCount };
}

/**
 * Reads a part of a file's puzzles as a stream, and no more of the file than that takes. Throws an Error that says what is
 * wrong where none of them can be read.
 */
async function readPuzzleFile(file: string, part: Part): Promise<PuzzleList> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new Error(`There is no file ${file}.`);
  if (found.isDirectory()) throw new Error(`${file} is a folder. Give one of its files.`);
  const list = await readList(createReadStream(file), part).catch((error) => {
    throw new Error(`The file ${file} could not be read: ${error instanceof Error ? error.message : error}`);
  });
  const [first] = list.malformed;
  if (list.total === 0)
    throw new Error(`The file ${file} holds no puzzle to evaluate.${first ? ` ${describeMalformed(first)}` : ""}`);
  if (list.puzzles.length === 0)
    throw new Error(`The file ${file} holds ${list.total} puzzles, none of them among those asked for.`);
  return list;
}
