/** The kernels for GPUs: all that the others have to pass, and the tails of their workgroups. */
import { expect, test } from "@playwright/test";
import { parityPage } from "./open";
import { parityTests } from "./suite";

test.describe("tiled", () => {
  parityTests({
    shape: { family: "tiled", rows: 1 },
    blocks: [
      [4, { family: "tiled", rows: 1 }],
      [8, { family: "tiled", rows: 4 }],
      [32, { family: "tiled", rows: 1 }],
      [32, { family: "tiled", rows: 4 }],
      [48, { family: "tiled", rows: 2 }],
      [64, { family: "tiled", rows: 1 }],
      [64, { family: "tiled", rows: 2 }],
    ],
    batch: [5, 2],
    deepest: 8,
    depth: 52,
    leakIterations: 12,
  });
});

test.describe("tails of tiled", () => {
  const check = parityPage({ family: "tiled", rows: 1 });

  // Few features where there are many rows: what has to be right are the indices.
  for (const [breadth, d, rows] of [
    [1, 64, 2],
    [3, 64, 2],
    [3, 32, 2],
    [12, 32, 4],
    [64, 32, 4],
    [513, 4, 4],
    [1024, 4, 2],
  ] as const)
    test(`an iteration of ${breadth} rows, ${d} features, ${rows} rows per workgroup`, async () => {
      const errors = await check("tailErrors", breadth, d, rows);
      expect(errors.state).toBeLessThan(1e-4);
      expect(errors.residual).toBeLessThan(1e-5);
      expect(errors.q).toBeLessThan(1e-5);
    });

  test("rows that have halted stay as they are, beside others of their workgroup that go on", async () => {
    expect(await check("haltedBitsOff")).toEqual({ halted: 0, going: 0 });
  });
});
