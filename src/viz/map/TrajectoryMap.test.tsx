import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { fakeRecord, fakeTag, fakeView } from "../testing";

import { TrajectoryMap, type TrajectoryMapProps } from "./TrajectoryMap";

const nothing = () => {};

function markup(part: Partial<TrajectoryMapProps>): string {
  return renderToStaticMarkup(
    <TrajectoryMap
      window={null}
      onWindow={() => {}}
      record={fakeRecord([[Number.NaN, 1, 0.1]])}
      revision={3}
      views={[fakeView({ outcome: "settled-valid", grid: { ...fakeTag(0), letter: null }, residual: 0.1, q: 1 })]}
      cursor={2}
      selected={0}
      hovered={null}
      cycles={[]}
      axes={[0, 1]}
      reducedMotion={false}
      onCursor={nothing}
      onHover={nothing}
      onSelect={nothing}
      {...part}
    />,
  );
}

describe("TrajectoryMap", () => {
  it("says in words what it shows", () => {
    expect(markup({})).toContain(
      "Trajectory 1 of 1 at iteration 2: settled, valid, residual 0.10, q +1.0. It is at +2.0 on PC 1 and 0.0 on PC 2.",
    );
  });

  it("letters grids in the legend only where there are several", () => {
    expect(markup({})).not.toContain("on grid");
    const settled = (index: number) => fakeView({ index, outcome: "settled-valid", grid: fakeTag(index) });
    const html = markup({ views: [settled(0), settled(1)] });
    expect(html).toContain("on grid A");
    expect(html).toContain("on grid B");
  });

  it("tells what it was fitted on", () => {
    const record = fakeRecord([[Number.NaN, 1, 0.1]]);
    const window = { k: 31, flipped: [false, false, false] as const };
    record.basis = { id: 1, explained: [0.85, 0.05, 0.02], states: 64, fromK: 0, toK: 31, window };
    expect(markup({ record })).toContain("axes fitted on 64 states, iterations 0–31");
  });

  it("says what is missing before a run and before a basis", () => {
    expect(markup({ record: null, views: [] })).toContain("drawn as a run goes on");
    const unknown = fakeRecord([[Number.NaN]], [[[Number.NaN, Number.NaN]]]);
    expect(markup({ record: unknown, cursor: 0 })).toContain("fitted once the first states are in");
  });
});
