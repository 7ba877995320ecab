import fc from "fast-check";
import LZString from "lz-string";
import { describe, expect, it, vi } from "vitest";
import { isPuzzle } from "../grid";
import { parsePuzzle } from "./parse";

const WIKIPEDIA = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

/** Whatever the text, the answer is a puzzle with short notes, or a short message. */
const answers = (text: string): boolean => {
  const result = parsePuzzle(text);
  if (result.ok) return isPuzzle(result.puzzle) && result.notes.every((note) => note.length < 2000);
  return result.message.trim() !== "" && result.message.length < 400;
};

const sites = fc.constantFrom(
  "https://sudokupad.app/scl",
  "https://sudokupad.app/fpuz",
  "https://app.crackingthecryptic.com/sudoku/?puzzleid=ctc",
  "https://sudokupad.app/classic",
  "https://sudokupad.app/scf",
  "https://f-puzzles.com/?load=",
  "https://www.sudokuwiki.org/sudoku.htm?bd=",
  "bd=",
  "scl",
);

/** Compressed data in which each code names the entry it is about to make, so every entry is one longer than the last. */
const bombOf = (length: number): string => {
  let bits = "";
  const write = (value: number, width: number): void => {
    for (let k = 0; k < width; k++) bits += (value >> k) & 1;
  };
  write(0, 2);
  write("a".charCodeAt(0), 8);
  let width = 3;
  let untilWider = 4;
  for (let entry = 4; bits.length < length * 6 - 2 * width; entry++) {
    write(entry, width);
    if (--untilWider === 0) untilWider = 2 ** width++;
  }
  write(2, width);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return (bits.match(/.{1,6}/g) ?? []).map((six) => alphabet[Number.parseInt(six.padEnd(6, "0"), 2)]).join("");
};

describe("parsePuzzle on hostile text", () => {
  it("answers anything at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), answers), { numRuns: 250 });
    const signs = fc.string({ unit: fc.constantFrom(..."123456789.0*_-|+= \t\n\r,;#[]x"), maxLength: 200 });
    fc.assert(fc.property(signs, answers), { numRuns: 400 });
  });

  it("answers links with any data", () => {
    fc.assert(
      fc.property(sites, fc.string({ unit: "grapheme", maxLength: 200 }), (site, data) => answers(site + data)),
      { numRuns: 250 },
    );
    fc.assert(
      fc.property(sites, fc.base64String({ maxLength: 400 }), (site, data) => answers(site + data)),
      { numRuns: 250 },
    );
  });

  it("answers links whose data unpacks to any JSON", () => {
    const cells = fc.array(fc.array(fc.jsonValue(), { minLength: 9, maxLength: 9 }), { minLength: 9, maxLength: 9 });
    const boards = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom("grid", "ce", "cells", "ca", "re", "p", "metadata", "__proto__"), fc.jsonValue()),
      fc.record({ grid: cells, ce: cells, re: fc.jsonValue(), ca: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(sites, boards, (site, board) => answers(site + LZString.compressToBase64(JSON.stringify(board)))),
      { numRuns: 120 },
    );
  });

  it("answers damaged puzzles", () => {
    const data = LZString.compressToBase64(
      JSON.stringify({ grid: Array(9).fill(Array(9).fill({ value: 5, given: true })) }),
    );
    const texts = fc.constantFrom(WIKIPEDIA, `https://f-puzzles.com/?load=${data}`, `scl${data}`);
    const cut = fc.record({ text: texts, at: fc.nat(200), drop: fc.nat(5), insert: fc.string({ maxLength: 3 }) });
    fc.assert(
      fc.property(cut, ({ text, at, drop, insert }) => answers(text.slice(0, at) + insert + text.slice(at + drop))),
      { numRuns: 250 },
    );
  });

  // A reader whose time grows with the square of the length would run into the time limit of all tests here.
  it("takes no long time over long texts", () => {
    for (const piece of [")", "\n", "#", "[", "-", " ", "5", "|", "https://", "a.com ", "%", "+-", "[a]\n", "?bd="]) {
      expect(answers(piece.repeat(100_000 / piece.length - 1))).toBe(true);
      expect(answers(`${piece.repeat(100_000 / piece.length - 1)}x`)).toBe(true);
    }
  });

  it("does not unpack what grows beyond all bounds", () => {
    const bomb = bombOf(15_900);
    expect(LZString.decompressFromBase64(bomb).length).toBeGreaterThan(30_000_000);
    expect(answers(`https://f-puzzles.com/?load=${bomb}`)).toBe(true);
    expect(answers(`https://sudokupad.app/scl${LZString.compressToBase64("[".repeat(100_000))}`)).toBe(true);
    const unpack = vi.spyOn(LZString, "decompressFromBase64");
    expect(answers(`https://f-puzzles.com/?load=${bombOf(90_000)}`)).toBe(true);
    expect(unpack).not.toHaveBeenCalled();
    unpack.mockRestore();
  });
});
