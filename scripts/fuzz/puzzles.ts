import { gzipSync } from "node:zlib";
import { minimalPuzzle } from "../../src/model/tasks/sudoku/generate";
import { clueCount, isPuzzle } from "../../src/model/tasks/sudoku/grid";
import { type Rng, randomInt, seededRng } from "../../src/model/tasks/sudoku/random";
import { read, readBytes } from "../../src/model/tasks/sudoku/read/read";
import type { Reading } from "../../src/model/tasks/sudoku/read/reading";
import { createTally, type Fuzz, mustBeSentence } from "./fuzz";
import { hidden, type Pair, pick, rowsOf, signed, WRITERS } from "./writers";

/** Texts for the reader of puzzles: written by every writer, with a broken puzzle column, and of pieces at random. */
export const puzzles: Fuzz = {
  name: "puzzles",
  about:
    "What any writer wrote is read back; a text with a broken puzzle column gives no grid of 81 clues; no text makes the reader fail.",
  count: 100_000,
  async run(count, seed) {
    const tally = createTally();
    const rng = seededRng(seed);
    const pairs = Array.from({ length: 60 }, () => minimalPuzzle(rng));
    for (let n = 0; n < count; n++) {
      const pair = pick(pairs, rng);
      const kind = n % 3;
      if (kind === 0) tally.add(await tryWritten(pair, rng));
      else tally.add(kind === 1 ? tryBroken(pair, rng) : trySoup(pairs, rng));
    }
    return tally.counts;
  },
};

async function tryWritten(pair: Pair, rng: Rng): Promise<string> {
  const writer = pick(WRITERS, rng);
  const text = writer.write(pair, rng);
  const coding = rng() < 0.1 ? pick(["UTF-16LE", "UTF-16BE", "gzip", "bytes"], rng) : "text";
  const reading = coding === "text" ? read(text) : await readCoded(text, coding, rng);
  const [first, second] = reading.puzzles;
  const right = first?.puzzle === pair.puzzle && !second && (!writer.solution || first.solution === pair.solution);
  if (!right)
    fail(`${writer.name}, ${coding}: read as ${first?.puzzle} and ${reading.puzzles.length - 1} more`, text, reading);
  return `read back from ${coding === "text" ? writer.name : coding}`;
}

async function readCoded(text: string, coding: string, rng: Rng): Promise<Reading> {
  const wide = Buffer.from(`\ufeff${text}`, "utf16le");
  const bytes =
    coding === "UTF-16LE"
      ? wide
      : coding === "UTF-16BE"
        ? wide.swap16()
        : coding === "gzip"
          ? gzipSync(text)
          : Buffer.from(text);
  const size = 1 + randomInt(rng, 200);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
  }
  const reading = { puzzles: [], malformed: [], notes: [] } as {
    puzzles: Reading["puzzles"][number][];
    malformed: Reading["malformed"][number][];
    notes: string[];
  };
  for await (const found of readBytes(chunks())) {
    if (found.kind === "puzzle") reading.puzzles.push(found.puzzle);
    else if (found.kind === "malformed") reading.malformed.push(found.malformed);
    else reading.notes.push(found.note);
  }
  return reading;
}

/** Ways to break a puzzle for good: none of them leaves 81 readable cells. */
const BREAKS: readonly ((puzzle: string, rng: Rng) => string)[] = [
  (puzzle, rng) => puzzle.slice(1 + randomInt(rng, 40)),
  (puzzle, rng) => puzzle.slice(0, 80 - randomInt(rng, 60)),
  (puzzle, rng) => puzzle + pick(["1", ".", "00", "123"], rng),
  (puzzle, rng) => {
    const at = randomInt(rng, 81);
    return puzzle.slice(0, at) + pick(["g", "%", "Ø", "½", "\u0000", "£", "⑩", "é"], rng) + puzzle.slice(at + 1);
  },
  () => "5.30070000600195E+80",
  () => "",
  (_, rng) => pick(["null", "n/a", "see below", "puzzle", "-", "12", "<b>"], rng),
];

function tryBroken(pair: Pair, rng: Rng): string {
  const broken = pick(BREAKS, rng)(signedPlain(pair.puzzle, rng), rng);
  const { solution } = pair;
  const rows = rowsOf(pair.puzzle);
  const at = randomInt(rng, 9);
  const cut = rows.with(at, rows[at]?.slice(1) ?? "");
  const layouts: readonly string[] = [
    `puzzle,solution\n${broken},${solution}`,
    `solution,puzzle\n${solution},${broken}`,
    `id;answer;question\n1;${solution};${broken}`,
    `quizzes\tsolutions\n${broken}\t${solution}`,
    `${broken},${solution}`,
    `3|${broken}|${solution}|7.1`,
    `#1,${broken},${solution}`,
    JSON.stringify({ puzzle: broken, solution }),
    JSON.stringify([{ solution, quiz: broken }], null, 2),
    `${cut.join("\n")}\n\nSolution\n${rowsOf(solution).join("\n")}`,
    `Grid 1\n${cut.join("\n")}\nAnswer:\n${solution}`,
    `<puzzle>${broken}</puzzle><solution>${solution}</solution>`,
  ];
  const text = pick(layouts, rng);
  const reading = read(text);
  for (const { puzzle } of reading.puzzles)
    if (clueCount(puzzle) === 81 || puzzle !== pair.puzzle)
      fail(`a broken column was read as ${puzzle}`, text, reading);
  if (reading.puzzles.length === 0 && reading.malformed.length === 0)
    fail("nothing was said of a broken column", text, reading);
  for (const { why } of reading.malformed) mustBeSentence(why);
  return reading.puzzles.length > 0 ? "broken column mended by proof" : "broken column named";
}

function signedPlain(puzzle: string, rng: Rng): string {
  return rng() < 0.5 ? puzzle.replaceAll(".", "0") : puzzle;
}

function trySoup(pairs: readonly Pair[], rng: Rng): string {
  const pair = pick(pairs, rng);
  const pieces = [
    pair.puzzle,
    pair.solution,
    signed(pair.puzzle, rng),
    hidden(pair.puzzle, rng),
    ...rowsOf(pair.puzzle),
    "\n",
    "\r\n",
    "\n\n",
    ",",
    ";",
    "\t",
    " | ",
    "#",
    '"',
    "[",
    "]",
    "{",
    "}",
    '<game data="',
    "puzzle,solution",
    "Solution 3",
    "[State]",
    "https://",
    "?bd=",
    "killer",
    "null",
    "…",
    "\u200b",
    "-----------",
    "> ",
    "12",
    "E+80",
    String.fromCodePoint(32 + randomInt(rng, 0x2fff)),
  ];
  const text = Array.from({ length: 1 + randomInt(rng, 30) }, () => pick(pieces, rng)).join("");
  const reading = read(text);
  for (const { puzzle, line } of reading.puzzles)
    if (!isPuzzle(puzzle) || line < 1) fail("no puzzle came out as one", text, reading);
  for (const { why, line, column } of reading.malformed) {
    mustBeSentence(why);
    if (line < 1 || column < 1) fail("a fault has no place", text, reading);
  }
  return reading.puzzles.length > 0 ? "random pieces with a puzzle" : "random pieces without a puzzle";
}

function fail(what: string, text: string, reading: Reading): never {
  throw new Error(`${what}\n${JSON.stringify(text)}\n${JSON.stringify(reading).slice(0, 2000)}`);
}
