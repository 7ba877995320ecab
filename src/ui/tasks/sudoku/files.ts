import { chunksOf } from "../../../model/tasks/sudoku/read/bytes/bytes";
import { readList } from "../../../model/tasks/sudoku/read/evaluable";
import { puzzleAt, readFile } from "../../../model/tasks/sudoku/read/parse";
import { describeMalformed } from "../../../model/tasks/sudoku/read/reading";
import { counted, say } from "../../../words/say";
import type { PuzzleLines, ReadPuzzle } from "../view";

/** A file is read as a stream; this many of its puzzles fit into the memory of any page. */
const MOST_PUZZLES = 100_000;

/** The puzzles of a file that can be evaluated. Rejects with an Error where the file holds no text. */
export async function puzzlesOfFile(file: Blob): Promise<PuzzleLines> {
  const { puzzles, malformed, malformedCount, notes, more } = await readList(chunksOf(file.stream()), {
    skip: 0,
    limit: MOST_PUZZLES,
  });
  const cut = more ? [say`The file goes on; its first ${counted(puzzles.length)} puzzles were read.`] : [];
  return { tasks: puzzles, malformed: malformed.map(describeMalformed), malformedCount, notes: [...notes, ...cut] };
}

/** The first puzzle of a file, for the board. */
export async function firstOfFile(file: Blob): Promise<ReadPuzzle> {
  return puzzleAt(await readFile(chunksOf(file.stream())), 0);
}
