import { expect, it } from "vitest";
import type { Accuracy, ModelCard } from "../../../model/eqr/model/card";
import { byKind, FIGURES, howMeasured, setsOf } from "./accuracy";

const row = (part: Partial<Accuracy>): Accuracy => ({
  set: "some",
  kind: "pure",
  depth: 256,
  breadth: 1,
  select: "residual",
  lambda: 0.7,
  sigma: 0,
  seed: 1,
  solved: 90,
  puzzles: 100,
  ...part,
});

const figure = (name: string, of: Accuracy) => FIGURES.find((candidate) => candidate.name === name)?.of(of);

it("gives every share its n and its Wilson interval", () => {
  // Known: Wilson 95 % of 90/100 is [0.8256, 0.9448].
  expect(figure("solved exactly", row({}))).toEqual({ main: "90 %", note: "82.6 %–94.5 %, 90 of 100 puzzles" });
  expect(figure("wrong among accepted", row({ accepted: 100, wronglyAccepted: 0 }))).toEqual({
    main: "0 %",
    note: "0 %–3.7 %, 0 of 100 accepted",
  });
  expect(figure("right among settled", row({ settled: 50, wronglySettled: 1 }))).toMatchObject({ main: "98 %" });
});

it("leaves out what a card does not have", () => {
  for (const name of ["wrong among accepted", "right among settled", "compute, mean"])
    expect(figure(name, row({}))).toBeNull();
  expect(figure("right among settled", row({ settled: 0, wronglySettled: 0 }))).toBeNull();
});

it("says what was spent and at what", () => {
  const nudged = row({ kind: "nudged", nudges: 6, budget: 32768, select: "q", meanGflop: 8.53, gflop99: 133.2 });
  expect(figure("compute, mean", nudged)).toEqual({ main: "8.5 GFLOP", note: "99 % of them at most 133 GFLOP" });
  expect(howMeasured(nudged)).toEqual({
    extent: "32,768 iterations at most",
    settings: "q > 2 at rest; λ 0.7, σ 0; up to 6 hypotheses a cycle",
  });
  expect(howMeasured(row({}))).toEqual({ extent: "1 × 256", settings: "λ 0.7, σ 0" });
  expect(howMeasured(row({ breadth: 32, depth: 4096, command: "the trainer" }))).toEqual({
    extent: "32 × 4,096",
    settings: "smallest residual; λ 0.7, σ 0; by the trainer",
  });
});

it("keeps pure and nudged apart, each by breadth and depth", () => {
  const rows = [row({ kind: "nudged" }), row({ breadth: 32 }), row({}), row({ depth: 64 })];
  expect(byKind(rows).map(([kind, of]) => [kind, of.map(({ breadth, depth }) => `${breadth} × ${depth}`)])).toEqual([
    ["pure", ["1 × 64", "1 × 256", "32 × 256"]],
    ["nudged", ["1 × 256"]],
  ]);
  expect(byKind([row({})])).toHaveLength(1);
});

it("lists each set of puzzles once, whichever models were measured on it", () => {
  const card = (...sets: string[]) => ({ accuracy: sets.map((set) => row({ set })) }) as unknown as ModelCard;
  expect(setsOf([card("a", "b", "a"), card("c", "b")])).toEqual(["a", "b", "c"]);
});
