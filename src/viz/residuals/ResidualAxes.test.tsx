import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { layoutChart } from "./layout";
import { ResidualAxes, type ResidualAxesProps } from "./ResidualAxes";

const layout = layoutChart({ width: 600, height: 200, end: 100, decades: [-4, 0], q: null, nudged: false });

function markup(quiet: ResidualAxesProps["quiet"]): string {
  return renderToStaticMarkup(
    <svg aria-hidden="true">
      <ResidualAxes layout={layout} depth={4096} tolerance={1e-4} quiet={quiet} owner="1" />
    </svg>,
  );
}

const countOf = (text: string, part: string) => text.split(part).length - 1;

it("shades where the noise is off, as far as the time axis goes", () => {
  expect(countOf(markup([]), "chart-quiet")).toBe(0);
  const annealed = markup([
    { from: 31, to: 50 },
    { from: 81, to: 120 },
    { from: 181, to: 220 },
  ]);
  expect(countOf(annealed, "chart-quiet")).toBe(2);
  expect(countOf(annealed, "noise off")).toBe(2);
});

it("names only stretches that are wide enough, and the last", () => {
  const short = Array.from({ length: 10 }, (_, i) => ({ from: 10 * i + 8, to: 10 * i + 10 }));
  expect(countOf(markup(short), "chart-quiet")).toBe(10);
  expect(countOf(markup(short), "noise off")).toBe(1);
});
