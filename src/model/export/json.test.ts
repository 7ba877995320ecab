import { expect, it } from "vitest";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { appendFrame, createRecord } from "../eqr/record/record";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import { runJson } from "./json";

const { card } = randomModel({ d: 4, blocks: 1 });
const context = {
  card,
  backend: { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null },
  link: "https://example.org/#v=1",
  made: new Date("2026-01-02T03:04:05Z"),
} as const;

it("says what the run was made of and on, and holds every frame", () => {
  const record = createRecord({ ...defaultRecipe(".".repeat(81), "test"), breadth: 2, tolerance: 1e-3 });
  for (let k = 0; k <= 4; k++)
    appendFrame(record, {
      k,
      residual: Float32Array.of(k === 0 ? Number.NaN : 1e-4, 0.5),
      q: Float32Array.of(k, -k),
      coords: Float32Array.of(1, 2, 3, 4, 5, Number.NaN),
      digits: new Uint8Array(162).fill(7),
      confidence: new Uint8Array(162).fill(255),
    });
  const read = JSON.parse(runJson(record, context));
  expect(read).toMatchObject({
    format: "settle-run",
    version: 1,
    made: "2026-01-02T03:04:05.000Z",
    recipe: record.recipe,
    model: { name: card.name, sha256: card.weights.sha256 },
    backend: { kind: "wasm", device: "WebAssembly" },
    settledAt: [1, null],
    end: null,
  });
  expect(read.frames).toHaveLength(5);
  expect(read.frames[0].residual).toEqual([null, 0.5]);
  expect(read.frames[4].q).toEqual([4, -4]);
  expect(read.frames[4].coords).toEqual([
    [1, 2, 3],
    [4, 5, null],
  ]);
  expect(read.frames[4].grid).toEqual(["7".repeat(81), "7".repeat(81)]);
  expect(read.frames[4]).not.toHaveProperty("phase");
});
