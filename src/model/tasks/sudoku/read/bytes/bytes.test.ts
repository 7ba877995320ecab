import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readList } from "../evaluable";
import { readBytes } from "../read";

const W = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const S = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const text = `puzzle,solution\r\n${W.replaceAll(".", "0")},${S}\r\n`;
const utf16 = (swapped: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return swapped ? bytes.swap16() : bytes;
};

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const listOf = (bytes: Uint8Array, size = 7) => readList(chunks(bytes, size), { skip: 0, limit: 10 });

describe("the bytes of a file", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 little-endian", utf16(false, true)],
    ["UTF-16 big-endian", utf16(true, true)],
    ["UTF-16 without a mark", utf16(false, false)],
    ["UTF-16 big-endian without a mark", utf16(true, false)],
    ["gzip", gzipSync(text)],
    ["gzip of UTF-16", gzipSync(utf16(true, true))],
    ["gzip twice", gzipSync(gzipSync(text))],
  ])("%s, in chunks of any size", async (_, bytes) => {
    for (const size of [1, 3, 64, 1_000_000])
      expect((await listOf(bytes, size)).puzzles).toMatchObject([{ line: 2, puzzle: W, solution: S }]);
  });

  it("Windows-1252, and says so", async () => {
    const { puzzles, notes } = await listOf(Buffer.from(W.replaceAll(".", "\x95"), "latin1"));
    expect(puzzles).toMatchObject([{ puzzle: W }]);
    expect(notes).toEqual(["The text is not UTF-8; it was read as Windows-1252."]);
  });

  it.each([
    ["PK\x03\x04 and more", /zip archive/],
    ["%PDF-1.7", /a PDF/],
    ["\x93NUMPY\x01\x00", /a NumPy file/],
    ["\x89PNG\r\n", /a PNG picture/],
  ])("names %s", async (head, words) => {
    await expect(listOf(Buffer.from(head, "latin1"))).rejects.toThrow(words);
  });

  it("says that a packed file is cut off", async () => {
    await expect(listOf(gzipSync(text.repeat(50)).subarray(0, 90))).rejects.toThrow(/gzip and is damaged or cut off/);
  });
});

it("reads no more of a file than it needs", async () => {
  let asked = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        asked++;
        yield Buffer.from(`${W},${S}\n`.repeat(100));
      }
    } finally {
      closed = true;
    }
  }
  const list = await readList(endless(), { skip: 150, limit: 2 });
  expect(list).toMatchObject({ total: 152, more: true, malformedCount: 0 });
  expect(list.puzzles.map(({ line }) => line)).toEqual([151, 152]);
  expect([asked < 5, closed]).toEqual([true, true]);
});

it("keeps little of a file that is something else", async () => {
  const list = await listOf(Buffer.from("words of a story, line by line\n".repeat(3000)), 4096);
  expect([list.malformed.length, list.malformedCount, list.total]).toEqual([1000, 2999, 0]);
});

it("hands out what it finds before the file has ended", async () => {
  const found: string[] = [];
  for await (const one of readBytes(
    chunks(Buffer.from(JSON.stringify([{ puzzle: W }, { puzzle: W }]) + "\n".repeat(9)), 90),
  ))
    found.push(one.kind);
  expect(found).toEqual(["puzzle", "puzzle"]);
});

it("says of a solved grid that it is no puzzle, and of givens what they break", async () => {
  const { malformed, total } = await listOf(Buffer.from(`${S}\n55${W.slice(2)}\n${W},${S.replace(/^5/, "1")}\n`));
  expect(malformed.map(({ why }) => why)).toEqual([
    "All 81 cells are given: this is a solved grid, and no puzzle to solve.",
    "The clues break the rules: two 5s in row 1.",
    "Its solution is not a valid grid that keeps the givens.",
  ]);
  expect(total).toBe(0);
});
