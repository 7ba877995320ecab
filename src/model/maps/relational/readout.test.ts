import { describe, expect, it } from "vitest";
import { weight } from "../../eqr/model/model";
import { gaussian } from "../../eqr/noise/noise";
import { randomModel } from "./fixtures/randomModel";
import { createDissector, measure } from "./readout";

const model = randomModel({ d: 4, blocks: 1 });
const digit = weight(model, "digit").data;
const size = 729 * 4;
/** States that move a little at every iteration. */
const stateOf = (trajectory: number, k: number) =>
  gaussian(trajectory, 0, 0, size).map((v, i) => v + 0.01 * k * Math.sin(i));

function source(k: number) {
  const asked: [number, number][] = [];
  return {
    asked,
    k,
    state: async (trajectory: number, at: number) => {
      asked.push([trajectory, at]);
      return stateOf(trajectory, at);
    },
  };
}

describe("measure", () => {
  it("reads logits as the digit head does, and lengths and changes as root mean squares", () => {
    const z = new Float32Array(size);
    z.set([3, 0, 4, 0], 5 * 4);
    const before = new Float32Array(size);
    before.set([3, 0, 0, 0], 5 * 4);
    const { logits, before: past, lengths, changes } = measure(z, before, Float32Array.of(1, 0, 2, 0));
    expect(logits[5]).toBe(11);
    expect(past[5]).toBe(3);
    expect(lengths[5]).toBeCloseTo(2.5);
    expect(changes[5]).toBeCloseTo(2);
    expect(changes[6]).toBe(0);
  });

  it("knows no change of the start", () => {
    const { before, changes } = measure(new Float32Array(size), null, digit);
    expect([...before, ...changes].every(Number.isNaN)).toBe(true);
  });
});

describe("the dissector", () => {
  it("lays the state on axes that are fitted on the powers of two so far", async () => {
    const from = source(37);
    const anatomy = await createDissector(model, from).at(1, 20);
    expect(anatomy).toMatchObject({ trajectory: 1, k: 20, axes: { ks: [1, 2, 4, 8, 16, 32] } });
    expect(anatomy.components).toHaveLength(3 * 729);
    const { explained } = anatomy.axes;
    expect(explained[0]).toBeGreaterThanOrEqual(explained[1]);
    // The state is one of those the axes were fitted on, so its spread along the first is about the largest.
    const spread = (axis: number) => {
      const own = anatomy.components.subarray(axis * 729, (axis + 1) * 729);
      return own.reduce((sum, v) => sum + v * v, 0);
    };
    expect(spread(0)).toBeGreaterThan(spread(2));
  });

  it("gives the same whoever looked before", async () => {
    const used = createDissector(model, source(9));
    for (const k of [3, 4, 9, 2]) await used.at(0, k);
    expect(await used.at(0, 5)).toEqual(await createDissector(model, source(9)).at(0, 5));
  });

  it("asks for each state once while a run is played", async () => {
    const from = source(6);
    const dissector = createDissector(model, from);
    for (const k of [4, 5, 6]) await dissector.at(0, k);
    expect(from.asked.map(([, k]) => k)).toEqual([3, 4, 1, 2, 4, 5, 6]);
  });

  it("looks into a state that broke without breaking", async () => {
    const broken = { k: 1, state: async () => new Float32Array(size).fill(Number.NaN) };
    const { logits, axes } = await createDissector(model, broken).at(0, 1);
    expect(logits[0]).toBeNaN();
    expect(axes.explained).toEqual([0, 0, 0]);
  });
});
