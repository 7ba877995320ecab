/** The kernels for software adapters. */
import { expect, test } from "@playwright/test";
import { SOFTWARE_SHAPE } from "../../src/model/maps/relational/kernels/shape";
import { parityPage } from "./open";
import { parityTests } from "./suite";

test.describe("serial", () => {
  parityTests({
    shape: SOFTWARE_SHAPE,
    blocks: [
      [4, { family: "serial", candidates: 1, groups: 2 }],
      [32, { family: "serial", candidates: 3, groups: 1 }],
      [32, { family: "serial", candidates: 9, groups: 2 }],
      [64, { family: "serial", candidates: 1, groups: 1 }],
    ],
    batch: [12, 4],
    deepest: 128,
    depth: 100,
    queueDepth: 76,
    queuePuzzles: 30,
    leakIterations: 100,
  });
});

test.describe("choice", () => {
  const check = parityPage(SOFTWARE_SHAPE);

  test("the shape of the kernels is chosen by measuring", async () => {
    const { known, fastest, tried } = await check("tuned");
    expect({ known, tried }).toEqual({ known: true, tried: 7 });
    expect(fastest).toBeGreaterThan(0);
  });
});
