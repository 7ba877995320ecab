import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shapesFor } from "../model/maps/relational/kernels/blockKernels";
import { SOFTWARE_SHAPE, shortShape } from "../model/maps/relational/kernels/shape";
import { anatomyOf, anatomyText, brokenBars, type Subject } from "./anatomy";

const card = (name: string): Subject => JSON.parse(readFileSync(`public/weights/${name}.json`, "utf8"));
const compact = card("relational");
const large = card("large");
const tiled = shortShape(compact.config.d);
/** A map of any size, with what its blocks and heads compute: 820 vectors by [d, 2 d], 729 latents by [d, 2 d] and by [d, d]. */
const sized = (d: number, blocks = 2): Subject => ({
  config: { d, blocks },
  flopsPerIteration: 2 * (blocks * (820 * 2 + 729 * 3) * d * d + 729 * 2 * d),
});

describe("the kernels for GPUs", () => {
  test.each([1, 3, 8, 64, 512, 1024])("keep to the bars at breadth %i", (breadth) => {
    for (const subject of [compact, large, sized(32), sized(48), sized(64)])
      expect(brokenBars(anatomyOf(subject, shortShape(subject.config.d), breadth))).toEqual([]);
  });

  test("do little more than the card says, of whatever size", () => {
    for (const subject of [sized(compact.config.d), sized(48), sized(64)])
      for (const shape of shapesFor(subject.config.d)) {
        const { redundancy } = anatomyOf(subject, shape, 4);
        expect(redundancy).toBeGreaterThan(0.999);
        expect(redundancy).toBeLessThan(shape.family === "serial" ? 1.001 : 1.15);
      }
  });

  test("have the memory that their WGSL declares", () => {
    const memory = anatomyOf(compact, tiled, 1).dispatches.map(({ memory }) => memory);
    // 30 Q + 192 vec4s and a flag; 62 Q vec4s and a flag, twice; the summary's logits, codes and sums.
    const summary = 729 * 4 + 81 * 4 + 128 * 16 + 16 * 16;
    expect(memory).toEqual([6916, 7940, 6916, 7940, summary]);
    // 30 Q + 192 vec4s and a flag; three for each of 256 invocations, and a flag.
    const ofLarge = anatomyOf(large, shortShape(large.config.d), 1).dispatches.map(({ memory }) => memory);
    expect(ofLarge).toEqual([10756, 12292, 10756, 12292, summary]);
  });
});

test("a bar that is broken is named", () => {
  const broken = brokenBars(anatomyOf(compact, SOFTWARE_SHAPE, 1));
  expect(broken.join()).toMatch(/invocations of mix: 64, at least 2000/);
  expect(broken.join()).toMatch(/vector loads per invocation of mix/);
});

test("dispatch parameters are those of the kernels", () => {
  const { dispatches } = anatomyOf(compact, tiled, 513);
  expect(dispatches.map(({ name, workgroups }) => [name, workgroups])).toEqual([
    ["cells", 513 * 27],
    ["band", 513 * 27],
    ["cells", 513 * 27],
    ["bandLast", 513 * 27],
    ["summaryTiled", 513 * 42],
  ]);
});

test("the text has both families at breadth 1, 64 and 512", () => {
  const text = anatomyText(compact, "compact").join("\n");
  for (const breadth of [1, 64, 512])
    for (const family of ["serial 3 1", "tiled band 1"]) expect(text).toContain(`${family}, breadth ${breadth}:`);
  expect(text.match(/keeps to all bars/g)).toHaveLength(3);
  expect(
    anatomyText(large, "large")
      .join("\n")
      .match(/keeps to all bars/g),
  ).toHaveLength(3);
});
