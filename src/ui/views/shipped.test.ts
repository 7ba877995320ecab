import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { puzzleTimes, timeBands } from "../../model/analysis/adaptive";
import { FIELD_NAMES } from "../../model/eqr/recipe/recipe";
import { readResult, type ShippedKind } from "../../model/export/resultFile";
import { timesSentence } from "../../viz/difficulty/words";
import { describeBasins } from "./basins/words";
import { describeSweep } from "./kick/radiusWords";
import { describeKick } from "./kick/words";
import { describeLandscape } from "./landscape/words";
import { describeLambda, describeSigma } from "./parameters/words";
import { describePaths } from "./paths/words";
import { describeDivergence, describeStability } from "./stability/words";

const results = new URL("../../../public/results/", import.meta.url);
const file = (path: string) => readFileSync(new URL(path, results), "utf8");

/** What a view says of a shipped result. */
const SAID: { readonly [K in Exclude<ShippedKind, "evaluate">]: (text: string) => string | null } = {
  basinMap: (text) => describeBasins(readResult(text, "basinMap").result),
  landscape: (text) => readResult(text, "landscape").result.map(describeLandscape).join(""),
  pathIndependence: (text) => describePaths(readResult(text, "pathIndependence").result),
  bifurcation: (text) => said(readResult(text, "bifurcation"), describeLambda),
  noiseFloor: (text) => said(readResult(text, "noiseFloor"), describeSigma),
  basinRadius: (text) => said(readResult(text, "basinRadius"), describeSweep),
  kick: (text) => said(readResult(text, "kick"), describeKick),
  stability: (text) => said(readResult(text, "stability"), describeStability),
  divergence: (text) => said(readResult(text, "divergence"), describeDivergence),
  sample: (text) => {
    const { request, result } = readResult(text, "sample");
    return timesSentence(timeBands(puzzleTimes(result)), request.recipe.depth);
  },
};

function said<Q, R>(
  { request, result }: { readonly request: Q; readonly result: R },
  words: (request: Q, result: R) => string,
): string {
  return words(request, result);
}

const SHIPPED_FILES = readdirSync(results).flatMap((model) =>
  (Object.keys(SAID) as (keyof typeof SAID)[])
    .filter((kind) => readdirSync(new URL(`${model}/`, results)).includes(`${kind}.json`))
    .map((kind) => [model, kind] as const),
);

it.each(SHIPPED_FILES)("%s: the shipped result of %s is one that its view can tell of", (model, kind) => {
  const text = file(`${model}/${kind}.json`);
  const sentence = SAID[kind](text) ?? "";
  expect(sentence.length).toBeGreaterThan(40);
  expect(sentence).not.toMatch(/undefined|NaN|Infinity/);
  // A recipe with all the fields that recipes have by now; if not: npm run results.
  const request = readResult(text, kind).request;
  const recipe = "origin" in request ? request.origin.recipe : request.recipe;
  expect(Object.keys(recipe)).toEqual(expect.arrayContaining([...FIELD_NAMES]));
});
