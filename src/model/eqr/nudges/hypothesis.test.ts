import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox } from "../noise/noise";
import { drawHypothesis, NUDGE_STREAM } from "./hypothesis";

/** A softmax in which every cell is decided for a 1, but for those given here. */
function softmaxWith(open: Readonly<Record<number, readonly number[]>>): Uint8Array {
  const softmax = new Uint8Array(729);
  for (let cell = 0; cell < 81; cell++) softmax.set(open[cell] ?? [255], cell * 9);
  return softmax;
}

const GRID = { rows: 9, columns: 9, values: 9 };
const nowhere = () => false;
const at = (k: number, trajectory = 0, seed = 1) => ({ seed, trajectory, k });
const ks = Array.from({ length: 2000 }, (_, i) => i);

describe("drawHypothesis", () => {
  it("takes each undecided cell equally often, and its digits as often as their softmax says", () => {
    const softmax = softmaxWith({ 7: [0, 51, 204], 80: [128, 0, 0, 0, 0, 0, 0, 0, 127] });
    const drawn = ks.map((k) => drawHypothesis(softmax, GRID, nowhere, at(k)));
    const count = (cell: number, digit: number) => drawn.filter((h) => h?.cell === cell && h.value === digit).length;
    const expected = { "7 2": 200, "7 3": 800, "80 1": 502, "80 9": 498 };
    for (const [key, mean] of Object.entries(expected)) {
      const [cell = 0, digit = 0] = key.split(" ").map(Number);
      // Five standard deviations of a count with this mean.
      expect(Math.abs(count(cell, digit) - mean)).toBeLessThan(5 * Math.sqrt(mean * (1 - mean / 2000)));
    }
    const all = Object.keys(expected).reduce((sum, key) => {
      const [cell = 0, digit = 0] = key.split(" ").map(Number);
      return sum + count(cell, digit);
    }, 0);
    expect(all).toBe(2000);
  });

  it("leaves decided and closed cells alone", () => {
    // .97 of 255 is 247.35.
    const softmax = softmaxWith({ 3: [247, 8], 4: [248, 7], 5: [128, 127] });
    const cells = new Set(
      ks.slice(0, 200).map((k) => drawHypothesis(softmax, GRID, (cell) => cell === 5, at(k))?.cell),
    );
    expect(cells).toEqual(new Set([3]));
    expect(drawHypothesis(softmax, GRID, (cell) => cell !== 4, at(1))).toBeNull();
  });

  it("draws nothing from a state that is not finite", () => {
    expect(drawHypothesis(new Uint8Array(729), GRID, nowhere, at(1))).toBeNull();
  });

  it("is a function of seed, trajectory and iteration, by the Philox words of its own stream", () => {
    const even = softmaxWith(Object.fromEntries(ks.slice(0, 81).map((cell) => [cell, Array(9).fill(28)])));
    const word = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(word, fc.nat({ max: 255 }), fc.nat({ max: 4096 }), (seed, trajectory, k) => {
        const draw = (i: number) => philox([i, k, trajectory, 0], [seed, NUDGE_STREAM])[0] / 2 ** 32;
        expect(drawHypothesis(even, GRID, nowhere, { seed, trajectory, k })).toEqual({
          cell: Math.floor(draw(0) * 81),
          value: Math.floor(draw(1) * 9) + 1,
        });
      }),
    );
  });
});
