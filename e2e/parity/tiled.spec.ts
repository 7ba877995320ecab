/** The kernels for GPUs: all that the others have to pass, with a band and with a box per workgroup, and their tails. */
import { expect, test } from "@playwright/test";
import type { TiledShape } from "../../src/model/maps/relational/kernels/shape";
import { parityPage } from "./open";
import { parityTests } from "./suite";

const tiled = (tile: TiledShape["tile"], rows: TiledShape["rows"]): TiledShape => ({ family: "tiled", tile, rows });

const SHORT = { batch: [5, 2], deepest: 8, depth: 52, queueDepth: 70, queuePuzzles: 12, leakIterations: 12 } as const;

test.describe("band", () => {
  parityTests({
    ...SHORT,
    shape: tiled("band", 1),
    blocks: [
      [4, tiled("band", 1)],
      [8, tiled("band", 4)],
      [32, tiled("band", 1)],
      [32, tiled("band", 4)],
      [48, tiled("band", 2)],
      [64, tiled("band", 1)],
      [64, tiled("band", 2)],
    ],
  });
});

test.describe("box", () => {
  parityTests({
    ...SHORT,
    shape: tiled("box", 1),
    blocks: [
      [4, tiled("box", 1)],
      [8, tiled("box", 4)],
      [32, tiled("box", 1)],
      [32, tiled("box", 4)],
      [48, tiled("box", 2)],
      [64, tiled("box", 1)],
      [64, tiled("box", 4)],
    ],
  });
});

for (const tile of ["band", "box"] as const)
  test.describe(`tails of ${tile}`, () => {
    const check = parityPage(tiled(tile, 1));

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
        const errors = await check("tailErrors", breadth, d, tiled(tile, rows));
        expect(errors.state).toBeLessThan(1e-4);
        expect(errors.residual).toBeLessThan(1e-5);
        expect(errors.q).toBeLessThan(1e-5);
      });

    test("rows that have halted stay as they are, beside others of their workgroup that go on", async () => {
      expect(await check("haltedBitsOff", tiled(tile, 4))).toEqual({ halted: 0, going: 0 });
    });
  });
