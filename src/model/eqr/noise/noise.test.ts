import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { START_DEVIATION } from "../recipe/startDeviation";
import {
  fillGaussian,
  fillGaussianPlainly,
  gaussian,
  philox,
  quantiles,
  STREAM,
  startState,
  type Words4,
} from "./noise";
import { compileNoise } from "./noiseWasm";

const hex = (words: Words4) => words.map((w) => w.toString(16).padStart(8, "0")).join(" ");

describe("philox", () => {
  // Known-answer tests of the Random123 distribution (kat_vectors, philox4x32 10).
  it.each<[Words4, [number, number], string]>([
    [[0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], "d16cfe09 94fdcceb 5001e420 24126ea1"],
  ])("answers %j under %j as Random123 does", (counter, key, answer) => {
    expect(hex(philox(counter, key))).toBe(answer);
  });
});

describe("gaussian", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  const small = fc.nat({ max: 4096 });

  it.each([
    ["in WebAssembly", compileNoise(quantiles(), STREAM)],
    ["without", fillGaussianPlainly],
  ])("is, element by element, the quantile that the top 12 bits of the Philox word choose, %s", (_, fill) => {
    fc.assert(
      fc.property(word, small, small, small, fc.nat({ max: 300 }), (seed, trajectory, k, cycle, e) => {
        const words = philox([e >> 2, k, trajectory, cycle], [seed, STREAM]);
        const draw = new Float32Array(e + 1);
        fill?.(draw, seed, trajectory, k, cycle);
        expect(draw[e]).toBe(quantiles()[(words[e & 3] ?? 0) >>> 20]);
      }),
    );
  });

  it("is the same in WebAssembly for arrays of any length, also longer than its memory", () => {
    for (const count of [1, 2, 3, 5, 28_671, 28_673, 100_001]) {
      const [fast, plain] = [new Float32Array(count), new Float32Array(count)];
      fillGaussian(fast, 9, 1, 2, 3);
      fillGaussianPlainly(plain, 9, 1, 2, 3);
      expect(fast).toEqual(plain);
    }
  });

  it("does not depend on how many numbers are asked for", () => {
    expect(gaussian(7, 3, 5, 10)).toEqual(gaussian(7, 3, 5, 1000).slice(0, 10));
    const target = new Float32Array(10);
    fillGaussian(target, 7, 3, 5);
    expect(target).toEqual(gaussian(7, 3, 5, 10));
  });

  it("is made without WebAssembly where that is forbidden", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(compileNoise(quantiles(), STREAM)).toBeNull();
    vi.unstubAllGlobals();
  });

  it("differs by seed, trajectory, iteration and cycle, and treats the largest seed as any other", () => {
    const draws = [gaussian(1, 0, 0, 64), gaussian(2, 0, 0, 64), gaussian(1, 1, 0, 64), gaussian(1, 0, 1, 64)];
    draws.push(gaussian(4294967295, 0, 0, 64), gaussian(1, 0, 0, 64, 1));
    expect(new Set(draws.map((d) => d.join())).size).toBe(6);
    expect(gaussian(1, 0, 0, 64, 0)).toEqual(draws[0]);
  });

  it("has mean 0, variance 1 and no correlation between neighbours", () => {
    const n = 200_000;
    const draw = gaussian(42, 0, 0, n);
    let sum = 0;
    let square = 0;
    let lag = 0;
    draw.forEach((v, i) => {
      sum += v;
      square += v * v;
      lag += v * (draw[i + 1] ?? 0);
    });
    // Five standard errors each.
    expect(Math.abs(sum / n)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(square / n - 1)).toBeLessThan(5 * Math.sqrt(2 / n) + 1e-3);
    expect(Math.abs(lag / n)).toBeLessThan(5 / Math.sqrt(n));
  });
});

describe("quantiles", () => {
  it("are the 4096 midpoint quantiles of the standard normal: rising, antisymmetric, inverse of the distribution", () => {
    const table = quantiles();
    expect(table.length).toBe(4096);
    for (let i = 0; i < 4096; i++) {
      const value = table[i] ?? Number.NaN;
      expect(value).toBe(-(table[4095 - i] ?? Number.NaN));
      expect(Math.abs(normalCdf(value) - (i + 0.5) / 4096)).toBeLessThan(1e-6);
    }
  });
});

/** Phi by Simpson's rule on [0, v], good to 1e-9 on the table's range. */
function normalCdf(v: number): number {
  const n = 200;
  const h = v / n;
  let sum = 0;
  for (let i = 0; i <= n; i++) sum += (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * Math.exp((-(h * i) * (h * i)) / 2);
  return 0.5 + (sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

it("makes starts of the noise of iteration 0, as wide as they are said to be", () => {
  const z = startState(5, 2, 1000, 3);
  expect(z).toEqual(gaussian(5, 2, 0, 1000, 3).map((value) => START_DEVIATION * value));
});
