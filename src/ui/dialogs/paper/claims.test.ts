import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, it } from "vitest";
import { type ModelCard, ModelCardSchema } from "../../../model/eqr/model/card";
import type { ScalingFile } from "../../../model/evaluate/scalingFile";
import { bibtex } from "./citation";
import { claimsOf } from "./claims";
import { applicationsOf, PAPER_STEP, paperSteps } from "./conversion";
import { feedForwardShares, meanIterations, rightAmongSettled, solvedShares } from "./measured";

const card = (name: string): ModelCard =>
  v.parse(
    ModelCardSchema,
    JSON.parse(readFileSync(new URL(`../../../../public/weights/${name}.json`, import.meta.url), "utf8")),
  );
const shipped = ["relational", "large"].map((name) => ({ card: card(name), scaling: null }));

it("converts the paper's steps into applications of f", () => {
  expect(PAPER_STEP).toMatchObject({ applications: 21, layers: 42 });
  expect([applicationsOf(1), applicationsOf(5)]).toEqual([21, 105]);
  expect(paperSteps(42)).toBe(2);
});

it("gives every pure share of the cards with n, interval and command, and no nudged one", () => {
  const shares = solvedShares(shipped);
  expect(shares).toHaveLength(
    shipped.flatMap(({ card }) => card.accuracy.filter(({ kind }) => kind === "pure")).length,
  );
  for (const { figure, command } of shares) {
    expect(figure).toMatch(/ % \(\d+ of \d+; 95 % interval .+–.+ %\)$/);
    expect(command).not.toMatch(/nudge/);
    expect(command).not.toBe("");
  }
  const all = JSON.stringify(claimsOf(shipped));
  for (const { accuracy } of shipped.map(({ card }) => card))
    for (const { kind, lambda } of accuracy) if (kind === "nudged") expect(all).not.toContain(`λ ${lambda}`);
});

it("takes its figures from the cards", () => {
  const [one] = shipped;
  if (!one) throw new Error("There are models.");
  const rows = one.card.accuracy.map((row) => ({ ...row, solved: 7, puzzles: 50, settled: 8, wronglySettled: 2 }));
  const changed = [{ card: { ...one.card, accuracy: rows }, scaling: null }];
  expect(solvedShares(changed).every(({ figure }) => figure.includes("7 of 50"))).toBe(true);
  expect(rightAmongSettled(changed).every(({ figure }) => figure.includes("6 of 8"))).toBe(true);
  const work = { ...one.card, flopsPerIteration: 1e9, accuracy: rows.map((row) => ({ ...row, meanGflop: 63 })) };
  expect(meanIterations([{ card: work, scaling: null }])[0]?.figure).toContain("63 iterations on average");
  expect(meanIterations([{ card: work, scaling: null }])[0]?.figure).toContain("3.0 of the paper's steps");
});

it("says that the feed-forward share was not measured until there is a scaling figure", () => {
  const [one] = shipped;
  if (!one) throw new Error("There are models.");
  expect(feedForwardShares([one])).toEqual([]);
  const scaling: ScalingFile = {
    ...{ model: one.card.name, sha256: "0", set: "some puzzles", rows: { from: 1, to: 200, sha256: "0" } },
    ...{ lambda: 0.7, sigma: 0, seed: 1, tolerance: 1e-4, select: "residual", budget: 2, puzzles: 200 },
    ...{
      depths: [1, 2],
      breadths: [1],
      solved: [[3, 9]],
      iterations: 400,
      date: "2026-01-31",
      command: "npm run eval",
    },
  };
  expect(feedForwardShares([{ card: one.card, scaling }])[0]?.figure).toContain("1.5 % (3 of 200;");
});

it("cites in BibTeX", () => {
  expect(bibtex()).toMatch(/^@misc\{huang2026equilibrium,\n {2}title = \{\{Equilibrium Reasoners/);
  expect(bibtex()).toContain("  author = {Huang and Geng and Kolter},");
  expect(bibtex()).toContain("  eprint = {2605.21488},");
});
