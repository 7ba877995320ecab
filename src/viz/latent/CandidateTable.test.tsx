import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { fakeAnatomy, fakeCellName, NINE } from "../testing";
import { CandidateTable } from "./CandidateTable";
import { LatentBoards } from "./LatentBoards";

const cell = 40;
const logits = new Float32Array(729);
logits[cell * 9 + 7] = 20;

it("is a table of the nine digits, with shares, changes and the quantity drawn", () => {
  const html = renderToStaticMarkup(
    <CandidateTable
      anatomy={fakeAnatomy({ k: 3, logits })}
      quantity="logit"
      quantityName="logit"
      candidate={{ cell, digit: 8 }}
      values={9}
      cellName="row 5 column 5"
      given={0}
    />,
  );
  expect(html.match(/<th scope="row">/g)).toHaveLength(9);
  expect(html).toContain("Row 5 column 5");
  expect(html).toMatch(/data-current="true"><th scope="row">8<.*99 %.*\+89.*\+20\.00/);
  expect(html).toContain("<b>0.00</b> of 3.17 bits (−3.17)");
});

it("tells screen readers of the current candidate, or why there is none", () => {
  const boards = (anatomy: ReturnType<typeof fakeAnatomy> | null) =>
    renderToStaticMarkup(
      <LatentBoards
        anatomy={anatomy}
        quantity="length"
        grid={NINE}
        cellName={fakeCellName}
        givens={new Uint8Array(81)}
        current={{ cell, digit: 8 }}
        hovered={null}
        onPick={() => {}}
        onHover={() => {}}
        empty="Nothing yet."
      />,
    );
  expect(boards(fakeAnatomy({ k: 3, logits }))).toContain("digit 8: softmax 99 %");
  expect(boards(null)).toContain("Nothing yet.");
});
