import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { read, readBytes } from "./read";
import { describeMalformed } from "./reading";

// Further examples of the kinds in kinds.test.ts: how programs, pages, mails and files write a puzzle down.

const W = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const S = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const V = "..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3..";
const T = "483921657967345821251876493548132976729564138136798245372689514814253769695417382";
const ROWS: string[] = W.match(/.{9}/g) ?? [];
const zeros = (puzzle: string): string => puzzle.replaceAll(".", "0");
const rowsOf = (around: (cells: string[]) => string, blank = "0"): string[] =>
  ROWS.map((row) => around([...row].map((cell) => (cell === "." ? blank : cell))));

const found = (text: string) => read(text).puzzles.map(({ puzzle }) => puzzle);
const answers = (text: string) => read(text).puzzles.map(({ puzzle, solution }) => [puzzle, solution]);

async function foundIn(...chunks: Uint8Array[]): Promise<string[]> {
  async function* bytes() {
    yield* chunks;
  }
  const puzzles: string[] = [];
  for await (const one of readBytes(bytes())) if (one.kind === "puzzle") puzzles.push(one.puzzle.puzzle);
  return puzzles;
}

describe("code", () => {
  const list = rowsOf((cells) => `[${cells.join(", ")}],`);
  it.each<[string, string]>([
    ["a list over several lines", `board = [\n${list.join("\n")}\n]\nsolve(board)`],
    ["a list on one line", `grid = [${rowsOf((cells) => `[${cells}]`).join(", ")}]`],
    ["an array of C", `int grid[9][9] = {\n${rowsOf((cells) => `  {${cells.join(", ")}},`).join("\n")}\n};`],
    ["numpy", `np.array([${rowsOf((cells) => `[${cells.join(", ")}]`).join(",\n       ")}])`],
    ["numpy, printed", `[${rowsOf((cells) => `[${cells.join(" ")}]`).join("\n ")}]`],
    [
      "numpy, printed as fractions",
      `[${rowsOf((cells) => `[${cells.map((cell) => `${cell}.`).join(" ")}]`).join("\n ")}]`,
    ],
    ["fractions", rowsOf((cells) => cells.map((cell) => `${cell}.0`).join(" ")).join("\n")],
    [
      "not a number",
      rowsOf((cells) => cells.map((cell) => (cell === "nan" ? cell : `${cell}.0`)).join("  "), "nan").join("\n"),
    ],
    [
      "lists of characters",
      `board = \n[${rowsOf((cells) => `[${cells.map((cell) => `"${cell}"`)}]`, ".").join("\n,")}]`,
    ],
    ["an exercise", `Input: board = [${rowsOf((cells) => `[${cells.map((cell) => `"${cell}"`)}]`, ".").join(",")}]`],
    ["Python's quotes", `[${rowsOf((cells) => `[${cells.map((cell) => `'${cell}'`).join(", ")}]`, ".").join(", ")}]`],
    ["Prolog", rowsOf((cells) => `[${cells}],`, "_").join("\n")],
    ["strings put together", ROWS.map((row) => `"${row}" +`).join("\n")],
    ["a constant", `const puzzle = '${zeros(W)}';`],
    [
      "a data frame",
      `   0  1  2  3  4  5  6  7  8\n${rowsOf((cells) => cells.join("  "))
        .map((row, i) => `${i}  ${row}`)
        .join("\n")}`,
    ],
    ["a data frame as CSV", `0,1,2,3,4,5,6,7,8\n${rowsOf((cells) => cells.join(",")).join("\n")}`],
    ["LaTeX", rowsOf((cells) => `${cells.join(" & ")} \\\\`, " ").join("\n")],
    ["a terminal's colours", ROWS.map((row) => row.replace(/\d/g, "\u001b[1;31m$&\u001b[0m")).join("\n")],
    ["an array of Java on one line", `int[][] board = {${rowsOf((cells) => `{${cells.join(", ")}}`).join(", ")}};`],
    ["a matrix", `A = [${rowsOf((cells) => cells.join(" ")).join("; ")}];`],
    ["a matrix without a name", `[${rowsOf((cells) => cells.join(" ")).join("; ")}]`],
    ["a map of rows", JSON.stringify(Object.fromEntries(ROWS.map((row, i) => ["ABCDEFGHI"[i], [...zeros(row)]])))],
    ["R's missing values", rowsOf((cells) => cells.join(" "), "NA").join("\n")],
  ])("%s", (_, text) => expect(found(text)).toEqual([W]));

  it("does not call the rows of a list candidates", () => {
    expect(
      read(`board = [\n${list.join("\n")}\n]`)
        .malformed.map(describeMalformed)
        .join(),
    ).not.toMatch(/candidates/);
  });
});

describe("pages and documents", () => {
  const cell = (value: string) => `<td class="c">${value}</td>`;
  it.each<[string, string]>([
    [
      "a table row by row",
      `<table>\n${rowsOf((cells) => `<tr>${cells.map(cell).join("")}</tr>`, "").join("\n")}\n</table>`,
    ],
    [
      "a table on one line",
      `<table>${rowsOf((cells) => `<tr>${cells.map(cell).join("")}</tr>`, "&nbsp;").join("")}</table>`,
    ],
    [
      "a table cell by cell",
      `<table>\n${rowsOf((cells) => `  <tr>\n${cells.map((one) => `    ${cell(one)}`).join("\n")}\n  </tr>`, "").join("\n")}\n</table>`,
    ],
    ["breaks", ROWS.join("<br>")],
    ["preformatted", `<pre>\n${ROWS.join("\n")}\n</pre>`],
    [
      "Markdown with empty headings",
      `| | | | | | | | | |\n|---|---|---|---|---|---|---|---|---|\n${rowsOf((cells) => `| ${cells.join(" | ")} |`, " ").join("\n")}`,
    ],
    [
      "Markdown with letters",
      `|a|b|c|d|e|f|g|h|i|\n|-|-|-|-|-|-|-|-|-|\n${rowsOf((cells) => `|${cells.join("|")}|`, "").join("\n")}`,
    ],
    [
      "YAML",
      `puzzle: |\n${ROWS.map((row) => `  ${row}`).join("\n")}\nsolution: |\n${S.match(/.{9}/g)
        ?.map((row) => `  ${row}`)
        .join("\n")}`,
    ],
  ])("%s", (_, text) => expect(found(text)).toEqual([W]));

  it("hold a grid of fields to fill in", () => {
    const field = (value: string) => `<td><input maxlength="1" value="${value}"></td>`;
    const rows = rowsOf((cells) => `<tr>${cells.map(field).join("")}</tr>`, "");
    expect(found(`<table>${rows.join("")}</table>`)).toEqual([W]);
  });

  it("head the table of the solution", () => {
    const table = (grid: string) =>
      `<table>${grid.match(/.{9}/g)?.map((row) => `<tr>${[...row.replaceAll(".", " ")].map(cell).join("")}</tr>`)}</table>`;
    expect(found(`${table(W)}<h2>Solution</h2>${table(S)}`)).toEqual([W]);
    expect(found(`<h2>Solution</h2>${table(S)}<h2>Puzzle</h2>${table(W)}`)).toEqual([W]);
  });

  it("leave solutions alone", () => {
    expect(found(`<puzzle>\n  <givens>${W}</givens>\n  <solution>${S}</solution>\n</puzzle>`)).toEqual([W]);
  });
});

describe("rows on one line", () => {
  it.each(["/", ";", " / ", "\\n", "\\r\\n", "-", " - ", "//", "+", "~", "!", "<br/>", "—", "；", "、"])(
    "%j between",
    (gap) => {
      expect(found((/[-~—]/.test(gap) ? zeros(W) : W).replace(/.{9}(?=.)/g, `$&${gap}`))).toEqual([W]);
    },
  );

  it("but 89 blanks are no empty grid, nor are the 81 spaces in place of a link", () => {
    expect(found(".".repeat(89))).toEqual([]);
    const link = `https://www.sudokuwiki.org/sudoku.htm?bd=${zeros(W)}`;
    expect(found(`${link.slice(0, 80)}=`)).toEqual([]);
  });
});

describe("signs", () => {
  it.each([
    "⑴⑵⑶⑷⑸⑹⑺⑻⑼",
    "⒈⒉⒊⒋⒌⒍⒎⒏⒐",
    "🄂🄃🄄🄅🄆🄇🄈🄉🄊",
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨ",
    "〡〢〣〤〥〦〧〨〩",
    "壹贰叁肆伍陆柒捌玖",
    "壹貳參肆伍陸柒捌玖",
    "㈠㈡㈢㈣㈤㈥㈦㈧㈨",
    "㊀㊁㊂㊃㊄㊅㊆㊇㊈",
    "፩፪፫፬፭፮፯፰፱",
    "🯱🯲🯳🯴🯵🯶🯷🯸🯹",
  ])("%s", (digits) => {
    expect(found(W.replace(/\d/g, (digit) => [...digits][Number(digit) - 1] ?? ""))).toEqual([W]);
  });

  it.each(["\u3000", "\u00a0", "\u2007", "\u2003", "\u2800", "\u3164"])(
    "%j for a blank, on nine lines and on one",
    (space) => {
      const wide = W.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
      for (const puzzle of [W, V, wide]) {
        const plain = puzzle === V ? V : W;
        expect(found((puzzle.match(/.{9}/g) ?? []).join("\n").replaceAll(".", space))).toEqual([plain]);
        expect(found(puzzle.replaceAll(".", space))).toEqual([plain]);
      }
    },
  );

  it("# and / for a blank, also at the start of a row", () => {
    for (const sign of ["#", "/"])
      for (const puzzle of [W, V])
        expect(found((puzzle.match(/.{9}/g) ?? []).join("\n").replaceAll(".", sign))).toEqual([puzzle]);
  });

  it("digits that are underlined or struck through", () => {
    for (const mark of ["\u0332", "\u0336"]) expect(found(W.replace(/\d/g, `$&${mark}`))).toEqual([W]);
  });

  it.each(["⎪⎯┼", "∥=‡", "|~+", "|*|", "▐▀█", "‖═╬"])("bars and rules of %s", (signs) => {
    const [bar = "", rule = "", cross = ""] = signs;
    const rules = Array(3).fill(rule.repeat(7)).join(cross);
    const rows = ROWS.map((row) => row.replace(/(.)(.)(.)/g, ` $1 $2 $3 ${bar}`).slice(0, -1));
    expect(found([...rows.slice(0, 3), rules, ...rows.slice(3, 6), rules, ...rows.slice(6)].join("\n"))).toEqual([W]);
  });
});

describe("tables", () => {
  it("that were put one behind the other, each with headings of its own", () => {
    expect(answers(`puzzle,solution\n${W},${S}\nsolution,puzzle\n${T},${V}`)).toEqual([
      [W, S],
      [V, T],
    ]);
  });

  it("with empty columns beside the grid", () => {
    expect(found(rowsOf((cells) => `${cells.join(",")},,,`, "").join("\n"))).toEqual([W]);
  });

  it.each([
    JSON.stringify([[W, S]]),
    JSON.stringify([[S, W]]),
    JSON.stringify([["7", W, S, 1.5]]),
    `{"puzzle":"${W}","solution":"${S}",}`,
    `{ // one\n'puzzle': '${W}',\n"solution": "${S}" /* its end */ }`,
    `{puzzle: "${W}", solution: "${S}"}`,
  ])("in JSON, strict or not: %s", (text) => expect(answers(text)).toEqual([[W, S]]));

  it.each([
    JSON.stringify({ prompt: `Solve: ${zeros(W)}`, completion: S }),
    JSON.stringify({ text: `Solve: ${zeros(W)}`, reply: S }),
    JSON.stringify({ a: S, b: W }),
  ])("in JSON under other names: %s", (text) => expect(answers(text)).toEqual([[W, S]]));

  it.each([
    JSON.stringify({ prompt: `Solve: ${zeros(W).slice(1)}`, completion: S }),
    JSON.stringify({ text: `Solve: ${zeros(W).slice(1)}`, reply: S }),
    JSON.stringify({ reply: S }),
    JSON.stringify({ messages: [{ content: "Solve it." }, { content: S }] }),
    JSON.stringify([[W.slice(1), S]]),
    JSON.stringify([S, W.slice(1)]),
    `{'puzzle': '${W.slice(1)}', 'solution': '${S}'}`,
    JSON.stringify([[W, T]]),
  ])("in JSON with a broken puzzle give no solution in its place: %s", (text) => expect(found(text)).toEqual([]));
});

describe("links", () => {
  const wiki = `https://www.sudokuwiki.org/sudoku.htm?bd=${zeros(W)}`;
  const other = `https://example.com/play?puzzle=${zeros(W)}`;
  const own = `https://example.org/settle/#v=1&b=4&p=${W}`;
  it.each([
    ".",
    "...",
    "!",
    "?",
    ")",
    ">",
    "]",
    "}",
    "»",
    "*",
    "_",
    ":",
    "/",
    "\\",
    "|",
    "。",
    "，",
    "…",
    "-",
    "&utm_source=x",
    "#top",
  ])("with %j behind", (behind) => {
    for (const link of [wiki, other, own]) expect(found(`${link}${behind}`)).toEqual([W]);
  });

  it("in brackets, tags and sentences", () => {
    for (const link of [wiki, other, own])
      for (const [before, behind] of [
        ["<", ">"],
        ["«", "»"],
        ["{", "}"],
        ["[url=", "]x[/url]"],
        ['<a href="', '">x</a>'],
        ["see ", ", it is hard."],
        ["*", "*"],
      ])
        expect(found(`${before}${link}${behind}`)).toEqual([W]);
  });

  it("percent-encoded as a whole, once to three times", () => {
    for (let link = wiki, times = 0; times < 3; times++) {
      link = encodeURIComponent(link);
      expect(found(link)).toEqual([W]);
    }
  });

  it("broken into lines by a mail program", () => {
    expect(found(`${wiki.slice(0, 76)}\n${wiki.slice(76)}`)).toEqual([W]);
    expect(found(`${wiki.slice(0, 75)}=\n${wiki.slice(75)}\n${V}`)).toEqual([W, V]);
    expect(found(`${wiki.slice(0, 100)}\n${V}`)).toEqual([V]);
    expect(read(`${wiki.slice(0, 100)}\n${V}`).malformed.map(({ line }) => line)).toEqual([1]);
    expect(read(`${wiki.slice(0, 100)}\nno more of it`).malformed.map(({ line }) => line)).toEqual([1, 2]);
  });

  it("with the rows in parts of their own", () => {
    for (const gap of ["/", ",", "-"])
      expect(found(`https://example.com/p/${zeros(W).replace(/.{9}(?=.)/g, `$&${gap}`)}`)).toEqual([W]);
  });
});

describe("files", () => {
  const csv = `puzzle,solution\n${W},${S}\n${V},${T}\n`;
  const utf32 = (text: string, little: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(4 * text.length));
    [...text].forEach((character, i) => {
      view.setUint32(4 * i, character.codePointAt(0) ?? 0, little);
    });
    return new Uint8Array(view.buffer);
  };

  it("in UTF-32, with a byte order mark and without, in chunks of any size", async () => {
    for (const little of [true, false])
      for (const mark of ["", "\ufeff"]) {
        const bytes = utf32(mark + csv, little);
        expect(await foundIn(bytes)).toEqual([W, V]);
        expect(await foundIn(bytes.subarray(0, 131), bytes.subarray(131))).toEqual([W, V]);
      }
  });

  it("packed with gzip in several parts, twice, or with zeros behind", async () => {
    const parts = Buffer.concat([gzipSync(`${W}\n`), gzipSync(`${V}\n`)]);
    expect(await foundIn(parts)).toEqual([W, V]);
    expect(await foundIn(gzipSync(gzipSync(csv)))).toEqual([W, V]);
    expect(await foundIn(Buffer.concat([gzipSync(csv), Buffer.alloc(512)]))).toEqual([W, V]);
  });

  it("that are packed in themselves too often are refused", async () => {
    let bytes: Uint8Array = strToU8(csv);
    for (let i = 0; i < 6; i++) bytes = gzipSync(bytes);
    await expect(foundIn(bytes)).rejects.toThrow(/packed more than 4 times/);
  });

  it("in zip archives, all of them in turn", async () => {
    const zip = zipSync({
      "a.txt": strToU8(W),
      "more/b.csv": strToU8(csv),
      "__MACOSX/._a.txt": strToU8("\0\0"),
      "logo.png": strToU8("x"),
    });
    expect(await foundIn(zip)).toEqual([W, W, V]);
    expect(await foundIn(zip.subarray(0, 33), zip.subarray(33))).toEqual([W, W, V]);
    expect(await foundIn(zipSync({ "a.csv.gz": new Uint8Array(gzipSync(csv)) }))).toEqual([W, V]);
  });

  it.each([
    ["xl/workbook.xml", /Excel workbook/],
    ["word/document.xml", /Word document/],
    ["content.xml", /OpenDocument/],
    ["quizzes.npy", /NumPy/],
    ["logo.png", /holds no text/],
  ])("but not documents that are archives: %s", async (name, words) => {
    await expect(foundIn(zipSync({ [name]: strToU8("x") }))).rejects.toThrow(words);
  });
});
