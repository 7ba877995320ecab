import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRecipe, type Recipe } from "../eqr/recipe/recipe";
import { fingerprintAt } from "../eqr/record/fingerprint";
import { appendFrame, createRecord, type RunRecord } from "../eqr/record/record";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import { runJson } from "./json";
import { isRunJson, readRunJson } from "./readJson";

const { card } = randomModel({ d: 4, blocks: 1 });
const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

function recordOf(change: Partial<Recipe> = {}): RunRecord {
  const record = createRecord({ ...defaultRecipe(puzzle, "test"), breadth: 2, depth: 6, tolerance: 1e-3, ...change });
  const { breadth, nudges } = record.recipe;
  for (let k = 0; k <= 6; k++)
    appendFrame(record, {
      k,
      residual: Float32Array.from({ length: breadth }, (_, t) =>
        k === 0 ? Number.NaN : t === 0 ? 1e-4 / k : 0.1 + k / 7,
      ),
      q: Float32Array.from({ length: breadth }, (_, t) => Math.sin(k + t)),
      coords: Float32Array.from({ length: breadth * 3 }, (_, i) => Math.cos(7 * k + i)),
      digits: Uint8Array.from({ length: breadth * 81 }, (_, i) => 1 + ((i * 5 + k) % 9)),
      confidence: Uint8Array.from({ length: breadth * 81 }, (_, i) => (i * 31 + k) % 256),
      ...(nudges > 0 && {
        hypotheses: Uint8Array.from({ length: breadth * 81 }, (_, i) => (i % 40 === 3 ? 4 : 0)),
        phase: Uint8Array.from({ length: breadth }, (_, t) => (k + t) % 4),
        cycle: Uint16Array.from({ length: breadth }, () => k >> 1),
      }),
    });
  record.basis = {
    ...{ id: 2, explained: [0.8, 0.1, 0.05], states: 14, fromK: 0, toK: 6 },
    window: { k: 6, flipped: [true, false, false] },
  };
  record.end = { kind: "depth" };
  record.spent = { iterations: 12, flop: 1e6, gpuMs: null };
  return record;
}

const textOf = (record: RunRecord) =>
  runJson(record, {
    card,
    backend: { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null },
    link: "https://settle.example/#v=1",
    made: new Date("2026-01-02T03:04:05Z"),
  });

const good = textOf(recordOf());

describe("a run in a file", () => {
  it("may be of a time when nudged runs ended as accepted, without rest", () => {
    const text = textOf(recordOf({ nudges: 3 })).replace(/"end":\s*"depth"/, '"end": "accepted"');
    expect(text).toContain('"end": "accepted"');
    expect(readRunJson(text).record.end).toEqual({ kind: "settled" });
  });

  it.each([{}, { nudges: 3 }, { start: [{ trajectory: 3, iterations: 0, weight: 0.5 }] }])(
    "is the run that was saved, number by number: %j",
    (change) => {
      const record = recordOf(change);
      const text = textOf(record);
      expect(isRunJson(text)).toBe(true);
      const read = readRunJson(text);
      expect({ ...read.record, revision: 0 }).toEqual({ ...record, revision: 0 });
      expect(fingerprintAt(read.record, 6)).toEqual(fingerprintAt(record, 6));
      expect(read).toMatchObject({ sha256: card.weights.sha256, link: "https://settle.example/#v=1" });
    },
  );

  it.each<[string, (text: string) => string, RegExp]>([
    ["cut off", (text) => text.slice(0, 2000), /cut off/],
    ["another format", (text) => text.replace("settle-run", "other"), /not a run of Settle/],
    ["a later version", (text) => text.replace('"version":1', '"version":2'), /another version/],
    ["no object", () => "[1]", /not a run of Settle/],
    ["a recipe out of range", (text) => text.replace('"lambda":0.7', '"lambda":7'), /Step size must be/],
    ["another puzzle's length", (text) => text.replace(puzzle, puzzle.slice(1)), /81/],
    ["a broader recipe", (text) => text.replace('"breadth":2', '"breadth":3'), /iteration 0 is not one of 3 starts/],
    ["a shorter run", (text) => text.replace('"depth":6', '"depth":3'), /7 iterations of a run of 3/],
    ["nudges that are not there", (text) => text.replace('"nudges":0', '"nudges":3'), /nudges/],
    [
      "a changed digit",
      (text) => text.replace(/"grid":\["\d(?=[^}]*"confidence"[^}]*\}\]\}$)/, '"grid":["0'),
      /changed/,
    ],
    ["another fingerprint", (text) => text.replace(/"fingerprint":"[^"]*"/, '"fingerprint":"AQ"'), /changed/],
    ["a text for a number", (text) => text.replace('"q":[', '"q":["x",'), /"frames.0.q.0" cannot be read/],
    ["no frames", (text) => text.replace(/"frames":\[.*\]\}$/, '"frames":[]}'), /"frames" cannot be read/],
  ])("is refused in a sentence with %s", (_, change, message) => {
    expect(() => readRunJson(change(good))).toThrow(message);
  });

  it("is never half restored, whatever is done to the file", () => {
    const cut = fc.tuple(fc.nat(good.length), fc.nat(60), fc.string({ maxLength: 12 }));
    const clean = fingerprintAt(recordOf(), 6);
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        try {
          const { record } = readRunJson(good.slice(0, at) + put + good.slice(at + length));
          // What lies outside the fingerprint (a coordinate, the link) may have changed: the outcome may not.
          expect(fingerprintAt(record, record.frames.length - 1)).toEqual(clean);
        } catch (error) {
          if (!(error instanceof Error) || !/^[A-Z].*\.$/s.test(error.message)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
