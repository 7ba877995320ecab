import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { fakeCellName, NINE, OBLONG } from "../testing";
import { Board, type BoardProps } from "./Board";

const givens = new Uint8Array(81);
givens.set([7, 0, 7]);
const decoded = new Uint8Array(81).fill(4);
const confidence = new Uint8Array(81).fill(255);
confidence[5] = 120;
const softmax = new Uint8Array(81 * 9);
softmax.set([0, 0, 0, 120, 0, 0, 0, 110, 0], 5 * 9);

function markup(part: Partial<BoardProps>): string {
  return renderToStaticMarkup(
    <Board
      grid={NINE}
      label="Sudoku board"
      cellName={fakeCellName}
      peers={[]}
      givens={givens}
      decoded={decoded}
      confidence={confidence}
      softmax={softmax}
      conflicts={new Set([0, 2])}
      cell={40}
      onCell={() => {}}
      onDigit={() => {}}
      {...part}
    />,
  );
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe("Board", () => {
  it("is a grid of 9 rows and 81 cells with one tab stop", () => {
    const html = markup({});
    expect(count(html, /role="row"/g)).toBe(9);
    expect(count(html, /role="gridcell"/g)).toBe(81);
    expect(count(html, /tabindex="0"/g)).toBe(1);
    expect(html).toMatch(/data-cell="40"[^>]*tabindex="0"/);
  });

  it("marks givens that break a rule", () => {
    expect(count(markup({}), /data-conflict/g)).toBe(2);
    expect(markup({})).toContain("row 1 column 1, given 7, conflicts with another given");
  });

  it("shows the softmax of the one undecided cell, and a digit with a bar where no softmax is known", () => {
    const html = markup({});
    expect(html).toContain("row 1 column 6, undecided, most likely 4 or 8");
    expect(count(html, /class="board-leaning"/g)).toBe(0);
    const without = markup({ softmax: null });
    expect(count(without, /class="board-leaning"/g)).toBe(1);
    expect(without).toContain('style="width:47%"');
  });

  it("rings the cells of hypotheses, with the digit where the state does not decode to it", () => {
    const hypotheses = new Uint8Array(81);
    hypotheses.set([4, 8], 40);
    const html = markup({ hypotheses });
    expect(count(html, /data-hypothesis/g)).toBe(2);
    expect(html).toContain("row 5 column 5, hypothesis 4, decoded 4");
    expect(count(html, /board-hypothesis/g)).toBe(1);
    expect(html).toContain("8?</span>");
    expect(count(markup({ hypotheses: null }), /data-hypothesis/g)).toBe(0);
  });

  it("shows only the givens before a run", () => {
    const html = markup({ decoded: null, confidence: null, softmax: null });
    expect(count(html, /class="board-digit"/g)).toBe(2);
    expect(count(html, /, empty"/g)).toBe(79);
  });

  it("shows a person's own digits and marks, what they break, and what is selected", () => {
    const own = {
      digits: new Uint8Array(81),
      corner: new Uint16Array(81),
      centre: new Uint16Array(81),
      colours: new Uint8Array(81),
    };
    own.digits.set([9, 7], 0);
    own.corner[3] = 0b101;
    own.centre[4] = 0b11;
    own.colours[0] = 3;
    const selecting = { cells: [3, 4], onSelect: () => {} };
    const part = { own, selecting, wrong: new Set([1]), highlight: 7, conflicts: new Set([0, 1, 2]), cell: 4 };
    const html = markup({ ...part, decoded: null, confidence: null, softmax: null });
    // The clue in the first cell stays, in a person's colour.
    expect(html).toContain("row 1 column 1, given 7, conflicts with another given, yellow");
    expect(html).toContain("row 1 column 2, yours 7, conflicts with another digit, differs from the solution");
    expect(html).toContain("row 1 column 4, empty, corner 1 3");
    expect(html).toContain('class="board-centre" aria-hidden="true">12</span>');
    expect(count(html, /class="board-corner"/g)).toBe(2);
    expect(count(html, /data-same/g)).toBe(3);
    expect(count(html, /aria-selected="true"/g)).toBe(2);
    expect(html).toContain('aria-multiselectable="true"');
  });

  it("tints the current cell and its peers", () => {
    const peers = Array.from(givens, () => [0, 1]);
    expect(count(markup({ peers }), /data-peer/g)).toBe(3);
    expect(count(markup({}), /data-peer/g)).toBe(1);
  });

  it("has as many rows and columns as its grid, and its thick lines", () => {
    const html = markup({ grid: OBLONG, givens: new Uint8Array(24), decoded: null, confidence: null, cell: 3 });
    expect(count(html, /role="row"/g)).toBe(4);
    expect(count(html, /role="gridcell"/g)).toBe(24);
    expect(count(html, /class="board-row" data-thick/g)).toBe(1);
    expect(count(html, /class="board-cell" data-cell="\d+" data-kind="\w+" data-thick/g)).toBe(4);
    expect(html).toContain("--lines:10px");
  });
});
