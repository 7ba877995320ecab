import { describe, expect, it } from "vitest";
import { gaussian } from "../eqr/noise/noise";
import { createArnoldi } from "./arnoldi";

const N = 60;
const start = gaussian(1, 0, 0, N);

/** Block-diagonal: the given eigenvalues (complex ones as pairs), then a tail of small ones, in a turned basis. */
function mapWith(eigenvalues: readonly (number | readonly [re: number, im: number])[]) {
  return (v: ArrayLike<number>): Float32Array => {
    const turned = reflect(v);
    const out = new Float64Array(N);
    let at = 0;
    for (const value of eigenvalues) {
      if (typeof value === "number") {
        // Not normal: each leans on the next, as a Jacobian's do.
        out[at] = value * (turned[at] ?? 0) + 0.05 * (turned[at + 1] ?? 0);
        at++;
        continue;
      }
      const [re, im] = value;
      out[at] = re * (turned[at] ?? 0) - im * (turned[at + 1] ?? 0);
      out[at + 1] = im * (turned[at] ?? 0) + re * (turned[at + 1] ?? 0);
      at += 2;
    }
    for (; at < N; at++) out[at] = 0.3 * Math.cos(at) * (turned[at] ?? 0);
    return Float32Array.from(reflect(out));
  };
}

const axis = gaussian(2, 0, 0, N);
const axisSquared = axis.reduce((sum, value) => sum + value * value, 0);

/** A Householder reflection: its own inverse, so eigenvalues stay. */
function reflect(v: ArrayLike<number>): Float64Array {
  const along = (2 * axis.reduce((sum, value, i) => sum + value * (v[i] ?? 0), 0)) / axisSquared;
  return Float64Array.from({ length: N }, (_, i) => (v[i] ?? 0) - along * (axis[i] ?? 0));
}

function run(map: (v: ArrayLike<number>) => Float32Array, steps: number) {
  const arnoldi = createArnoldi(start);
  for (let i = 0; i < steps; i++) {
    const v = arnoldi.next();
    if (!v) break;
    arnoldi.push(map(v));
  }
  return arnoldi;
}

describe("Arnoldi", () => {
  it("recovers the leading eigenvalues of a known map to 1 %, real, negative and complex", () => {
    const map = mapWith([0.95, -0.9, [0.6, 0.6]]);
    const found = run(map, 25).ritz();
    const near = (re: number, im: number) =>
      Math.min(...found.map((value) => Math.hypot(value.re - re, value.im - im))) / Math.hypot(re, im);
    for (const [re, im] of [
      [0.95, 0],
      [-0.9, 0],
      [0.6, 0.6],
      [0.6, -0.6],
    ] as const)
      expect(near(re, im)).toBeLessThan(0.01);
    expect(found[0]?.re).toBeCloseTo(0.95, 2);
    expect(found[0]?.error).toBeLessThan(0.01);
  });

  it("does so through finite differences of a nonlinear map in single precision", () => {
    const linear = mapWith([0.8, -0.7, [0.2, 0.6]]);
    const f = (z: ArrayLike<number>) => linear(z).map((value) => Math.fround(value + 0.1 * value * value));
    // Around 0 the Jacobian is the linear map; h as the lab takes it, relative to states of length sqrt(N).
    const h = 3e-3 * Math.sqrt(N);
    const jacobian = (v: Float32Array) => {
      const [up, down] = [1, -1].map((sign) => f(v.map((value) => sign * h * value)));
      return (up ?? v).map((value, i) => (value - (down?.[i] ?? 0)) / (2 * h));
    };
    const found = run((v) => jacobian(Float32Array.from(v)), 25).ritz();
    expect(found[0]?.re).toBeCloseTo(0.8, 2);
    expect(found.some(({ re }) => Math.abs(re + 0.7) < 0.007)).toBe(true);
    expect(found.some(({ re, im }) => Math.hypot(re - 0.2, im - 0.6) < 0.006)).toBe(true);
  });

  it("gives the eigenvector of a Ritz value", () => {
    const map = mapWith([0.95, -0.9]);
    const arnoldi = run(map, 25);
    const negative = arnoldi.ritz().reduce((a, b) => (b.re < a.re ? b : a));
    const v = arnoldi.vector(negative);
    map(v).forEach((value, i) => {
      expect(value).toBeCloseTo(negative.re * (v[i] ?? 0), 2);
    });
  });

  it("ends by itself where the images span nothing new", () => {
    const arnoldi = run((v) => Float32Array.from(v).map((value) => -2 * value), 10);
    expect(arnoldi.next()).toBeNull();
    expect(arnoldi.ritz()).toHaveLength(1);
    expect(arnoldi.ritz()[0]).toMatchObject({ im: 0, error: 0 });
    expect(arnoldi.ritz()[0]?.re).toBeCloseTo(-2, 5);
  });
});
