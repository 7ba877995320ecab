import { expect, it, vi } from "vitest";
import { trimPool } from "./bufferPool";

it("destroys what is free, keeps the books, and leaves the lists in place", () => {
  const destroy = vi.fn();
  const freeBuffers = new Map([
    [
      "64_1",
      [
        { size: 64, destroy },
        { size: 64, destroy },
      ],
    ],
    ["32_1", [{ size: 32, destroy }]],
    ["16_1", []],
  ]);
  const pool = { numFreeBuffers: 3, numBytesAllocated: 1000, freeBuffers };
  trimPool(pool);
  expect(destroy).toHaveBeenCalledTimes(3);
  expect(pool).toMatchObject({ numFreeBuffers: 0, numBytesAllocated: 1000 - 160 });
  expect([...freeBuffers.values()]).toEqual([[], [], []]);
});
