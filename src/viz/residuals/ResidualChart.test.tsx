import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { fakeRecord, fakeView } from "../testing";

import { ResidualChart, type ResidualChartProps } from "./ResidualChart";

const nothing = () => {};

function markup(part: Partial<ResidualChartProps>): string {
  return renderToStaticMarkup(
    <ResidualChart
      record={fakeRecord([[Number.NaN, 1, 0.1, 0.01]])}
      revision={4}
      views={[fakeView({ residual: 0.1 })]}
      cursor={2}
      depth={128}
      tolerance={1e-4}
      selected={0}
      hovered={null}
      cycles={[]}
      quiet={[]}
      showQ={false}
      onCursor={nothing}
      onHover={nothing}
      onSelect={nothing}
      {...part}
    />,
  );
}

describe("ResidualChart", () => {
  it("is a slider over what was computed, not over the depth", () => {
    const html = markup({});
    expect(html).toMatch(/role="slider"[^>]*tabindex="0"/);
    expect(html).toContain('aria-valuemin="0" aria-valuemax="3" aria-valuenow="2"');
    expect(html).toContain('aria-valuetext="Iteration 2 of 3. Trajectory 1: moving, residual 0.10"');
  });

  it("is disabled before a run", () => {
    const html = markup({ record: null, views: [], cursor: 0 });
    expect(html).toContain('aria-disabled="true"');
    expect(html).toContain('aria-valuemax="0"');
  });
});
