import { describe, expect, it } from "vitest";
import { fakeView } from "../testing";
import { countGrids } from "./MapLegend";

describe("countGrids", () => {
  it("counts valid grids in the order of their letters", () => {
    const settled = (grid: number) => fakeView({ outcome: "settled-valid", grid });
    const views = [settled(2), settled(0), settled(2), fakeView(), fakeView({ outcome: "settled-other", grid: 1 })];
    expect(countGrids(views, "settled-valid")).toEqual([
      [0, 1],
      [2, 2],
    ]);
  });
});
