import { decode } from "./bytes/bytes";
import { createReader } from "./reader";
import type { Found, Malformed, Reading, ReadPuzzle } from "./reading";

/**
 * Reads all puzzles of a text, with what could not be read. Never throws. It reads what is written; whether the digits obey
 * the rules is for others to say.
 */
export function read(text: string): Reading {
  const puzzles: ReadPuzzle[] = [];
  const malformed: Malformed[] = [];
  const notes: string[] = [];
  const reader = createReader((found) => {
    if (found.kind === "puzzle") puzzles.push(found.puzzle);
    else if (found.kind === "malformed") malformed.push(found.malformed);
    else notes.push(found.note);
  });
  reader.push(text);
  reader.end();
  return { puzzles, notes, malformed };
}

/**
 * The same of a file's bytes, as they come: what is found is handed out at once, and a reader that wants no more of it ends
 * the stream. Throws an Error where the file holds no text.
 */
export async function* readBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  let found: Found[] = [];
  const reader = createReader((one) => found.push(one));
  const { text, notes } = decode(bytes);
  for await (const chunk of text) {
    for (const note of notes.splice(0)) yield { kind: "note", note };
    reader.push(chunk);
    yield* found;
    found = [];
  }
  reader.end();
  yield* found;
}
