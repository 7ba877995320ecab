import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { wilson } from "../../model/analysis/wilson";
import { DepthBreadthMap } from "./DepthBreadthMap";

const cells = [1, 2].flatMap((breadth) =>
  [1, 4].map((depth) => ({ depth, breadth, ...(depth === 1 ? wilson(0, 8) : wilson(3 * breadth, 8)) })),
);
const markup = (known = cells) =>
  renderToStaticMarkup(
    <DepthBreadthMap
      cells={known}
      depths={[1, 4]}
      breadths={[1, 2]}
      cases="groups of starts"
      flopsPerIteration={15.6e6}
      empty="Nothing is measured."
    />,
  );

it("says what the last cell is, with its interval and its cost", () => {
  expect(markup()).toContain(
    "Depth 4 × breadth 2: right in 6 of 8 groups of starts, 75 % (95 % interval 41–93 %); 0.12 GFLOP each.",
  );
});

it("is a table for voices, with the feed-forward baseline named", () => {
  const html = markup();
  expect(html).toContain("depth 1 (feed-forward)");
  expect(html).toContain("<td>3 of 8, 38 % (95 % interval 14–69 %)</td>");
});

it("says why it is empty, and what is not measured", () => {
  expect(markup([])).toContain("Nothing is measured.");
  expect(markup(cells.map((cell) => ({ ...cell, ...wilson(0, 0) })))).toContain("breadth 2: not measured");
});
