import { describe, expect, it } from "vitest";
import { parsePuzzle } from "./parse";
import { read } from "./read";
import { describeMalformed } from "./reading";

const W = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const S = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
/** A puzzle that begins with blanks, as most do, and its solution. */
const V = "..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3..";
const T = "483921657967345821251876493548132976729564138136798245372689514814253769695417382";
const ROWS: string[] = W.match(/.{9}/g) ?? [];
const zeros = (puzzle: string): string => puzzle.replaceAll(".", "0");

const found = (text: string) => read(text).puzzles.map(({ puzzle }) => puzzle);
const answers = (text: string) => read(text).puzzles.map(({ puzzle, solution }) => [puzzle, solution]);
const faults = (text: string) => read(text).malformed.map(describeMalformed).join("\n");

/** Nothing but faults: neither the puzzle nor its solution comes out. */
const refuses = (text: string, why: RegExp): void => {
  expect(found(text)).toEqual([]);
  expect(faults(text)).toMatch(why);
};

describe("which column is the puzzle", () => {
  it.each([
    ["puzzle,solution", `${W},${S}`],
    ["solution,puzzle", `${S},${W}`],
    ["id,answer,rating,question", `7,${S},1.5,${zeros(W)}`],
    ["Solutions;Quizzes", `${S};${zeros(W)}`],
    ["solved_grid\tgrid", `${S}\t${W}`],
    ["# answer|quiz", `${S}|${W}`],
    ["Lösung;Rätsel", `${S};${W}`],
    ["solution puzzle", `${S} ${W}`],
  ])("the headings %s decide", (headings, row) => {
    expect(answers(headings.startsWith("#") ? `${headings.slice(2)}\n${row}` : `${headings}\n${row}`)).toEqual([
      [W, S],
    ]);
  });

  it("without headings it is the grid with blanks, where the full one solves it", () => {
    expect(answers(`${S},${W}`)).toEqual([[W, S]]);
    expect(answers(`1;${S};${zeros(W)}`)).toEqual([[W, S]]);
    refuses(`${T},${W}`, /does not solve it/);
    refuses(`${V},${W}`, /Two columns could be the puzzle/);
  });

  it.each([
    ["a sign too few", W.slice(1)],
    ["a letter", W.replace("5", "s")],
    ["another word", "see below"],
    ["nothing", ""],
    ["null", "null"],
    ["a rounded number", "5.30070000600195E+80"],
    ["a German rounded number", "5,30070000600195E+80"],
    ["a solved grid", S],
  ])("a puzzle column with %s is a fault, and the solution is never taken for it", (_, broken) => {
    for (const [a, b] of [
      [`puzzle,solution\n"${broken}",${S}`, 2],
      [`solution,puzzle\n${S},"${broken}"`, 2],
      [`id\tquestion\tanswer\n1\t${broken}\t${S}`, 2],
      [`"${broken}",${S}`, 1],
      [JSON.stringify({ puzzle: broken, solution: S }), 1],
    ] as const) {
      expect(found(a)).toEqual([]);
      expect(read(a).malformed.map(({ line }) => line)).toEqual([b]);
    }
  });

  it("zeros that a spreadsheet dropped are put back only where the solution proves it", () => {
    const short = zeros(V).slice(2);
    refuses(
      `puzzle,solution\n${short},${S}`,
      /Found 79 cells.*spreadsheet may have taken it for a number and dropped its leading zeros/,
    );
    refuses(short, /dropped its leading zeros/);
    refuses(`12 ${short}`, /Found 79 cells/);
    const mended = read(`puzzle,solution\n${short},${T}\n${zeros(W)},${S}`);
    expect(mended.puzzles.map(({ puzzle }) => puzzle)).toEqual([V, W]);
    expect(mended.puzzles[0]?.notes[0]).toBe(
      "Line 2: 2 leading zeros that a spreadsheet had dropped were put back; the row's solution proves it.",
    );
    expect(answers(`${T},${short}`)).toEqual([[V, T]]);
  });

  it("a file of solutions alone holds no puzzle", () => {
    for (const text of [
      `solution\n${S}\n${T}`,
      `id,solution\n1,${S}`,
      `Solutions:\n${S}`,
      JSON.stringify([{ solution: S }]),
    ])
      expect(found(text)).toEqual([]);
  });

  it("a column with a link is no puzzle column", () => {
    const link = `https://example.com/p?x=1&bd=${V}`;
    expect(answers(`puzzle,solution,url\n${W},${S},${link}`)).toEqual([[W, S]]);
    expect(answers(`url,puzzle,solution\n${link},${W},${S}`)).toEqual([[W, S]]);
    expect(answers(`url;solution;quiz\nhttps://example.com/1;${S};${W}`)).toEqual([[W, S]]);
    expect(found(`url,puzzle,solution\n${link},${W.slice(1)},${S}`)).toEqual([]);
  });

  it("a column that only looks like one is passed over", () => {
    expect(answers(`d41d8cd98f00b204e9800998ecf8427e,${W},${S}`)).toEqual([[W, S]]);
    expect(answers(`da39a3ee5e6b4b0d3255bfef95601890afd80709 ${W}`)).toEqual([[W, null]]);
    expect(answers(`2024-11-27 10:00:00,${W},1.25`)).toEqual([[W, null]]);
  });

  it("one cell per column, with and without the solution behind", () => {
    const cells = [...W].map((cell) => (cell === "." ? "" : cell));
    expect(answers(cells.join(","))).toEqual([[W, null]]);
    expect(answers(`${cells.join(",")},${[...S].join(",")}`)).toEqual([[W, S]]);
    expect(answers(`[${[...zeros(W)].join(", ")}]`)).toEqual([[W, null]]);
  });
});

describe("variants", () => {
  it.each([
    `https://www.sudokuwiki.org/Jigsaw.aspx?shape=1&bd=${W}`,
    `https://www.sudokuwiki.org/sudoku.htm?jigmap=112233&bd=${W}`,
    `https://www.sudokuwiki.org/Jigsaw_Sudoku.asp?bd=${zeros(W)}`,
    `https://www.sudokuwiki.org/KillerSudoku.aspx?bd=${W}`,
    `https://www.sudokuwiki.org/SudokuX.htm?bd=${W}`,
    `https://www.sudokuwiki.org/Windoku.htm?bd=${zeros(W)}`,
    `https://example.com/killer/play?grid=${zeros(W)}`,
    `https://example.com/play?type=diagonal&p=${zeros(W)}`,
    `Killer Sudoku 12\n${ROWS.join("\n")}`,
    `[Jigsaw puzzle]\n${ROWS.join("\n")}`,
    `puzzle,type\n${W},irregular`,
    JSON.stringify({ variant: "thermo", puzzle: W }),
  ])("are refused by name: %s", (text) => {
    refuses(text, /Only classic 9×9 Sudoku is supported/);
  });

  it("other sizes are named", () => {
    refuses("1...".repeat(4), /4×4 grid/);
    refuses(`${".".repeat(16)}\n`.repeat(16), /16×16 grid/);
    refuses(`https://www.sudokuwiki.org/sudoku.htm?bd=S6B${"01".repeat(36)}`, /6×6/);
    refuses(JSON.stringify(Array(6).fill(Array(6).fill(0))), /6×6 grid/);
  });
});

describe("comments", () => {
  it("begin at # only where the rest is no data", () => {
    expect(answers(`#1,${W},${S}\n#2,${V},${T}`)).toEqual([
      [W, S],
      [V, T],
    ]);
    expect(found(`#12 ${W}`)).toEqual([W]);
    expect(found(`# ${W}`)).toEqual([W]);
    expect(answers(`# from a book, 2 puzzles\n${W},${S} # easy`)).toEqual([[W, S]]);
    expect(found(`// list\n${W}`)).toEqual([W]);
    expect(faults("# nothing here\n#\n")).toBe("");
  });
});

describe("spreadsheets", () => {
  const empty = `.........${W.slice(9)}`;
  const grid = (puzzle: string, separator: string) =>
    (puzzle.match(/.{9}/g) ?? [])
      .map((row) => [...row].map((cell) => (cell === "." ? "" : cell)).join(separator))
      .join("\n");

  it.each(["\t", ",", ";", "|"])("nine lines separated by %j, a row without any digit among them", (separator) => {
    for (const puzzle of [W, empty, `${W.slice(0, 36)}.........${W.slice(45)}`, `${W.slice(0, 72)}.........`])
      expect(found(grid(puzzle, separator))).toEqual([puzzle]);
  });

  it("an empty line for a row without any digit is read, and said", () => {
    const puzzle = `${W.slice(0, 36)}.........${W.slice(45)}`;
    const text = grid(puzzle, "\t").split("\n").with(4, "").join("\n");
    expect(read(text).puzzles).toMatchObject([{ puzzle, notes: ["Line 5 is empty and was read as nine blanks."] }]);
  });

  it("quotes, line breaks in a quoted cell, and formulas that keep text", () => {
    expect(answers(`"puzzle";"solution"\n"${W}";"${S}"`)).toEqual([[W, S]]);
    expect(answers(`puzzle,solution\n"${ROWS.join("\n")}",${S}\n${V},${T}`)).toEqual([
      [W, S],
      [V, T],
    ]);
    expect(found(`name,puzzle\n"a, ""b""","=""${W}"""`)).toEqual([]);
    expect(found(`name,puzzle\n"a, ""b""",="${W}"`)).toEqual([W]);
    expect(found(`'${zeros(W)}`)).toEqual([W]);
    expect(
      found(ROWS.map((row) => [...row].map((cell) => (cell === "." ? "null" : cell)).join(",")).join("\n")),
    ).toEqual([W]);
    expect(
      found(ROWS.map((row) => [...row].map((cell) => (cell === "." ? '""' : `"${cell}"`)).join(",")).join("\n")),
    ).toEqual([W]);
    expect(
      found(ROWS.map((row) => [...row].map((cell) => (cell === "." ? "" : `${cell}.0`)).join(",")).join("\n")),
    ).toEqual([W]);
  });
});

describe("signs for a blank", () => {
  it.each([..."?x×X–—•□·＿０．？∙○☐⬜-*_。▢~"])("%s", (sign) => {
    expect(found(W.replaceAll(".", sign))).toEqual([W]);
    expect(found(ROWS.map((row) => row.replaceAll(".", sign)).join("\n"))).toEqual([W]);
    expect(found(`puzzle,solution\n${W.replaceAll(".", sign)},${S}`)).toEqual([W]);
  });

  it("an ellipsis is three of them", () => {
    expect(found(W.replaceAll("...", "…"))).toEqual([W]);
    expect(found(ROWS.map((row) => row.replaceAll("...", "…").replaceAll("..", "‥")).join("\n"))).toEqual([W]);
  });

  it("words in lists of cells", () => {
    for (const word of ["null", "None", "", "NaN", "N/A"])
      expect(found([...W].map((cell) => (cell === "." ? word : cell)).join(","))).toEqual([W]);
    expect(found(JSON.stringify([...W].map((cell) => (cell === "." ? null : Number(cell)))))).toEqual([W]);
  });

  it("any one sign for all of them, and that is said", () => {
    expect(read(W.replaceAll(".", "~")).puzzles).toMatchObject([{ puzzle: W }]);
    expect(read(W.replaceAll(".", "@")).puzzles).toMatchObject([
      { puzzle: W, notes: ['Every "@" was read as a blank.'] },
    ]);
    expect(read(ROWS.map((row) => row.replaceAll(".", "%")).join("\n")).puzzles).toMatchObject([{ puzzle: W }]);
  });

  it("but a second one among dots is named, for it may have been a digit", () => {
    refuses(W.replace("7", "x"), /Line 1, character 5: "x" is neither a digit nor a blank/);
    refuses(W.replace("7", "–"), /Line 1, character 5: "–" \(EN DASH, U\+2013\) is neither/);
    refuses(ROWS.with(1, "6.□195...").join("\n"), /Line 2, character 3: "□" \(WHITE SQUARE, U\+25A1\)/);
    refuses(`puzzle,solution\n${W.replace("7", "?")},${S}`, /Line 2, character 5: "\?"/);
  });
});

describe("characters that nobody can see", () => {
  it.each(["\u200b", "\ufeff", "\u00ad", "\u200e", "\u202e", "\u2060", "\u3000", "\u00a0", "\ufe0f", "\u2066"])(
    "%j is ignored",
    (hidden) => {
      for (const at of [0, 3, 40, 81]) {
        const spoilt = W.slice(0, at) + hidden + W.slice(at);
        expect(found(spoilt)).toEqual([W]);
        expect(found(`puzzle,solution\n${spoilt},${S}`)).toEqual([W]);
      }
      expect(
        found(ROWS.map((row) => `${row.slice(0, 4)}${hidden}${row.slice(4)}${hidden}`).join(`${hidden}\n`)),
      ).toEqual([W]);
    },
  );

  it("and named where one is at fault", () => {
    refuses(W.replace("7", "\u0000"), /Line 1, character 5: NULL \(U\+0000\)/);
    refuses(W.replace("7", "\ufffd"), /REPLACEMENT CHARACTER, U\+FFFD/);
  });
});

describe("digits of other scripts", () => {
  const written = (zero: number) => W.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  it.each([
    ["full-width", 0xff10],
    ["Arabic-Indic", 0x660],
    ["Persian", 0x6f0],
    ["Devanagari", 0x966],
    ["Thai", 0xe50],
    ["mathematical bold", 0x1d7ce],
    ["superscript four on", 0x2070],
  ])("%s", (name, zero) => {
    if (name.startsWith("super")) expect(found(W.replaceAll("5", "⁵").replaceAll("7", "₇"))).toEqual([W]);
    else expect(found(written(zero))).toEqual([W]);
  });

  it("circled, as keycaps, and as ideographs", () => {
    expect(found(W.replace(/\d/g, (digit) => String.fromCodePoint(0x245f + Number(digit))))).toEqual([W]);
    expect(found(W.replace(/\d/g, "$&\ufe0f\u20e3"))).toEqual([W]);
    expect(found(W.replace(/\d/g, (digit) => "〇一二三四五六七八九"[Number(digit)] ?? ""))).toEqual([W]);
  });
});

describe("links that hold 81 digits", () => {
  it.each([
    `https://example.com/play?puzzle=${zeros(W)}`,
    `https://sudoku.example.org/#/board/${W}`,
    `https://example.net/s/${zeros(W)}/hint`,
    `https://example.net/?x=1&amp;grid=${zeros(W)}`,
    `https://example.net/?grid=${encodeURIComponent(W.replaceAll(".", "*"))},`,
  ])("are read, and said: %s", (link) => {
    expect(read(link).puzzles).toMatchObject([
      { puzzle: W, notes: [expect.stringContaining("81 digits found in the link")] },
    ]);
  });

  it("but not where two grids or only a solution are in it", () => {
    refuses(`https://example.com/?a=${zeros(W)}&b=${zeros(V)}`, /2 different grids/);
    refuses(`https://example.com/?solution=${S}`, /No puzzle can be read/);
  });
});

describe("books", () => {
  const euler = `Grid 01\n${zeros(V).match(/.{9}/g)?.join("\n")}\nGrid 02\n${zeros(W).match(/.{9}/g)?.join("\n")}\n`;

  it("with headings, numbers, dashes, empty lines or nothing between the grids", () => {
    expect(found(euler)).toEqual([V, W]);
    expect(read(euler).puzzles.map(({ source }) => source)).toEqual(["Grid 01", "Grid 02"]);
    const grids = [V, W, V].map((puzzle) => puzzle.match(/.{9}/g)?.join("\n"));
    for (const between of ["\n---------\n", "\n\n", "\n", "\n=====\n", "\n\n\n", "\n- - - - -\n2)\n", "\n\n2\n"])
      expect(found(grids.join(between))).toEqual([V, W, V]);
    expect(found(grids.map((grid, index) => `${index + 1}.\n${grid}`).join("\n\n"))).toEqual([V, W, V]);
  });

  it("with comments behind rows, and as a quoted mail", () => {
    const comments = [
      "# one",
      "// two 22",
      "  row 3",
      "(4)",
      "<- here",
      "; five 5",
      "- six",
      "-- seven 7",
      "  given: 3",
    ];
    expect(found(ROWS.map((row, index) => `${row} ${comments[index]}`).join("\n"))).toEqual([W]);
    expect(found(euler.replace(/^/gm, "> "))).toEqual([V, W]);
    expect(found(ROWS.map((row) => `>> ${[...row].join(" ")}`).join("\n"))).toEqual([W]);
    expect(found(`> ${W}`)).toEqual([W]);
  });

  it("with labelled rows and columns", () => {
    const spaced = ROWS.map((row) => [...row].join(" "));
    expect(
      found(`   1 2 3 4 5 6 7 8 9\n${spaced.map((row, index) => `${"ABCDEFGHI"[index]}  ${row}`).join("\n")}`),
    ).toEqual([W]);
    expect(found(spaced.map((row, index) => `R${index + 1}: ${row}`).join("\n"))).toEqual([W]);
    expect(found(spaced.map((row, index) => `${index + 1} | ${row}`).join("\n"))).toEqual([W]);
  });

  it("never take a row of one puzzle into another", () => {
    const short = ROWS.slice(0, 8).join("\n");
    expect(found(`${short}\n\n${euler.slice(8)}`)).toEqual([V, W]);
    expect(faults(`${short}\n\n${euler.slice(8)}`)).toMatch(/72 cells/);
    expect(found(`Grid 1\n${short}\nGrid 2\n${ROWS.join("\n")}`)).toEqual([W]);
    expect(found(`1\n${short}\n2\n${ROWS.join("\n")}`)).toEqual([W]);
    expect(found(`${short}\n${V.match(/.{9}/g)?.join("\n")}`).every((puzzle) => puzzle === V)).toBe(true);
  });

  it("leave their solutions out", () => {
    const text = `Puzzle 1\n${ROWS.join("\n")}\n\nSolution 1\n${S.match(/.{9}/g)?.join("\n")}\n\nPuzzle 2\n${V.match(/.{9}/g)?.join("\n")}\n`;
    expect(found(text)).toEqual([W, V]);
    expect(faults(text)).toBe("");
  });
});

describe("pencil marks", () => {
  it("are said to be candidates", () => {
    const candidates = [...W].map((cell) => (cell === "." ? "123456789" : cell.padEnd(9, ".")));
    refuses(candidates.join(""), /candidates \(pencil marks/);
    const drawn = ROWS.map((row) => [...row].map((cell) => (cell === "." ? "1289" : cell)).join("  ")).join("\n");
    refuses(drawn, /candidates \(pencil marks/);
    refuses(
      ROWS.map((row) => `| ${[...row].map((cell) => (cell === "." ? "38" : cell)).join(" | ")} |`).join("\n"),
      /candidates/,
    );
    refuses(
      JSON.stringify(ROWS.map((row) => [...row].map((cell) => (cell === "." ? [1, 2, 8] : [Number(cell)])))),
      /candidates/,
    );
  });
});

describe("puzzle banks", () => {
  it.each([
    `0000183b305c ${zeros(W)}  7.1`,
    `${W} ED=7.2/1.2/1.2`,
    `${zeros(W)};7.2;1.2;tarek`,
    `${W}\t# 12 clues, ER 7.2`,
    `17,${W},5`,
    `1: ${W}`,
    `${W}:solved by singles`,
  ])("%s", (line) => {
    expect(found(line)).toEqual([W]);
    expect(faults(line)).toBe("");
  });

  it(".sdm, .sdk, .ss and OpenSudoku", () => {
    expect(found(`#A list\n${zeros(W)}\n${zeros(V)}\n`)).toEqual([W, V]);
    expect(
      found(`#ANobody\n#DA puzzle\n[Puzzle]\n${ROWS.join("\n")}\n[State]\n${S.match(/.{9}/g)?.join("\n")}\n`),
    ).toEqual([W]);
    expect(
      found(
        ROWS.map(
          (row, index) => `${row.match(/.{3}/g)?.join("|")}${index % 3 === 2 && index < 8 ? "\n-----------" : ""}`,
        ).join("\n"),
      ),
    ).toEqual([W]);
    const game = (puzzle: string) => `<game created="1" state="1" data="${zeros(puzzle)}" />`;
    expect(
      found(`<?xml version="1.0"?>\n<opensudoku>\n<name>Easy</name>\n${game(W)}\n${game(V)}\n</opensudoku>`),
    ).toEqual([W, V]);
    expect(found(`<opensudoku>${game(W)}${game(V)}</opensudoku>`)).toEqual([W, V]);
    refuses(`<opensudoku>\n${game(W.slice(1))}\n</opensudoku>`, /Line 2: Found 80 cells/);
  });
});

describe("JSON", () => {
  const rows = ROWS.map((row) => [...zeros(row)].map(Number));
  it.each([
    [JSON.stringify({ puzzle: W, solution: S })],
    [JSON.stringify({ quizzes: [{ quiz: W, solution: S }] })],
    [JSON.stringify({ newboard: { grids: [{ value: rows, solution: S, difficulty: "Easy" }] } })],
    [JSON.stringify([{ id: 1, question: zeros(W), answer: S }], null, 2)],
    [`${JSON.stringify({ solution: S, puzzle: W })}\n`],
    [JSON.stringify({ board: rows, solution: S }, null, 1)],
  ])("%#", (text) => {
    expect(answers(text)).toEqual([[W, S]]);
  });

  it("lines, lists of texts, rows as texts", () => {
    expect(found(`{"puzzle":"${W}"}\n{"puzzle":"${V}"}\n`)).toEqual([W, V]);
    expect(found(JSON.stringify([W, V], null, 2))).toEqual([W, V]);
    expect(found(JSON.stringify(ROWS))).toEqual([W]);
    expect(
      found(
        JSON.stringify({ size: 9, grid: rows.map((row) => row.map((value) => (value ? { value, given: true } : {}))) }),
      ),
    ).toEqual([W]);
    refuses(JSON.stringify({ puzzle: rows.slice(1), solution: S }), /72 cells/);
    refuses(JSON.stringify({ puzzle: [[10, 2]], solution: S }), /./);
    expect(faults(`{"puzzle":"${W}"}\n{"puzzle":"${V.slice(2)}"}\n`)).toMatch(/^Line 2: Found 79 cells/);
  });
});

it("says the same sentence about the same fault, pasted or in a file", () => {
  for (const text of [
    W.slice(1),
    ROWS.with(2, ".98..h.6.").join("\n"),
    `puzzle,solution\n,${S}`,
    "https://example.com/5",
  ]) {
    const pasted = parsePuzzle(text);
    expect(pasted.ok).toBe(false);
    const [fault] = read(text).malformed;
    expect(!pasted.ok && fault && (pasted.message.endsWith(fault.why) || pasted.message === fault.why)).toBe(true);
  }
});
