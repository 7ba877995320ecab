import { expect, it } from "vitest";
import type { Accuracy } from "../../model/eqr/card";
import { bySet, FIGURES } from "./accuracy";

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
  for (const name of ["wrong among accepted", "right among settled", "compute, mean", "hypotheses a cycle"])
    expect(figure(name, row({}))).toBeNull();
  expect(figure("right among settled", row({ settled: 0, wronglySettled: 0 }))).toBeNull();
});

it("says what was spent and at what", () => {
  const nudged = row({ kind: "nudged", nudges: 6, budget: 32768, select: "q", meanGflop: 8.53, gflop99: 133.2 });
  expect(FIGURES.map(({ of }) => of(nudged)).filter((value) => typeof value === "string")).toEqual([
    "8.5 GFLOP",
    "133 GFLOP",
    "32,768 iterations at most",
    "q > 2",
    "0.7, 0",
    "up to 6",
  ]);
});

it("puts pure beside nudged, set by set", () => {
  const rows = [row({ kind: "nudged" }), row({ set: "other" }), row({ breadth: 32 }), row({})];
  expect([...bySet(rows)].map(([set, of]) => [set, of.map(({ kind, breadth }) => `${kind} ${breadth}`)])).toEqual([
    ["some", ["pure 1", "pure 32", "nudged 1"]],
    ["other", ["pure 1"]],
  ]);
});
