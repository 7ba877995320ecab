import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { startState } from "../eqr/noise/noise";
import { problemOf } from "../tasks";
import { recipe, testLab } from "./lab.testing";

const SIZE = 729 * 4;
const { input } = problemOf(recipe);
const law = { inputs: [input], lambda: 0.5 };

it("hands out watched states an iteration each, and the same states whatever slices they were made in", async () => {
  let clock = 0;
  // Slow at first: one iteration a slice, then more.
  const { lab } = await testLab({ now: () => clock++ });
  const start = { seed: 1, trajectory: 4 };
  const batch = lab.batch([start, startState(1, 5, SIZE)], law);
  const seen: Float32Array[] = [];
  while (batch.k < 12) {
    const { states, summaries } = await batch.advance(12 - batch.k, [1]);
    expect(states).toHaveLength(summaries.length);
    seen.push(...states.flatMap(([state]) => state ?? []));
  }
  expect(seen).toHaveLength(12);
  expect(seen.at(-1)).toEqual((await batch.read())[1]);
  const { lab: other } = await testLab();
  const alone = other.batch([{ seed: 1, trajectory: 5 }], law);
  for (let k = 0; k < 12; k++) await alone.advance(1);
  (await alone.read())[0]?.forEach((value, i) => {
    expect(value).toBeCloseTo(seen.at(-1)?.[i] ?? Number.NaN, 4);
  });
});

it("takes rows over and new ones in, with an input per row where there are several", async () => {
  const { lab } = await testLab();
  const blank = new Uint8Array(81);
  const batch = lab.batch(
    [0, 1, 2].map((trajectory) => ({ seed: 1, trajectory })),
    { ...law, inputs: [input, blank, input] },
  );
  await batch.advance(1);
  const [, , third] = await batch.read();
  batch.become([2, { seed: 9, trajectory: 0 }], [input, blank]);
  const [kept, fresh] = await batch.read();
  expect(batch.rows).toBe(2);
  expect(kept).toEqual(third);
  expect(fresh).toEqual(startState(9, 0, SIZE));
  const [image] = await lab.apply([third ?? new Float32Array(SIZE)], law);
  await batch.advance(1);
  expect((await batch.read())[0]).toEqual(image);
  expect(() => batch.become([0])).toThrow(/inputs again/);
});

it("leaves nothing behind on the device", async () => {
  const { lab, backend } = await testLab();
  const before = tf.memory().numTensors;
  const batch = lab.batch([{ seed: 1, trajectory: 0 }], law);
  await batch.advance(3, [0]);
  batch.become([0, { seed: 1, trajectory: 1 }]);
  await batch.advance(2);
  await batch.read();
  await lab.apply([new Float32Array(SIZE), new Float32Array(SIZE)], law);
  lab.dispose();
  lab.dispose();
  expect(tf.memory().numTensors).toBe(before);
  backend.dispose();
});

it("lets batches grow on a fast device and shrink on a slow one", async () => {
  for (const [cost, grows] of [
    [1, true],
    [100, false],
  ] as const) {
    let clock = 0;
    const { lab } = await testLab({ now: () => (clock += cost) });
    const before = lab.capacity.rows;
    const batch = lab.batch(
      Array.from({ length: before }, (_, trajectory) => ({ seed: 1, trajectory })),
      law,
    );
    await batch.advance(1);
    expect(lab.capacity.rows > before).toBe(grows);
    expect(lab.capacity.rows < before).toBe(!grows);
  }
});
