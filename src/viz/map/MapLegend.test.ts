import { describe, expect, it } from "vitest";
import { fakeTag, fakeView } from "../testing";
import { countGrids } from "./MapLegend";

describe("countGrids", () => {
  it("counts valid grids in the order of their letters", () => {
    const settled = (grid: number) => fakeView({ outcome: "settled-valid", grid: fakeTag(grid) });
    const views = [
      settled(2),
      settled(0),
      settled(2),
      fakeView(),
      fakeView({ outcome: "settled-other", grid: fakeTag(1) }),
    ];
    expect(countGrids(views, "settled-valid")).toEqual([
      [fakeTag(0), 1],
      [fakeTag(2), 2],
    ]);
  });
});
