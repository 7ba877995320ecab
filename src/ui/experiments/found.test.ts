import { expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { tagOf } from "../../model/analysis/gridTags";
import { recordOf } from "../../model/eqr/fixtures/record";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import type { Landscape } from "../../model/experiments/landscape";
import { fakeLandscape, fakePoint } from "../../viz/landscape/landscape.testing";
import { trajectoryViewsAt } from "../run/trajectoryViews";
import { tagsOf, withFound } from "../store/letters";
import { createRunStore } from "../store/run";
import { keepLetters } from "./found";
import type { ExperimentsState } from "./store";

const recipe = defaultRecipe(".".repeat(81), "test");
const all = (value: number) => new Uint8Array(81).fill(value);

it("gives what an experiment finds the next letters, and leaves the run's as they are", () => {
  const record = recordOf({ breadth: 2, depth: 6 }, (_, t) => ({ residual: 1e-6, digit: t + 3 }));
  const run = createRunStore();
  run.setState({ letters: withFound(new Map(), record.recipe, record.arrived) });
  const experiments = { store: createStore<ExperimentsState>()(() => ({ rate: null, states: {}, hidden: [] })) };
  const refresh = vi.fn();
  keepLetters(experiments, run, { refresh });

  // By their shares another grid comes first.
  const found: Landscape = fakeLandscape([
    fakePoint({ digits: all(9), count: 12 }),
    fakePoint({ digits: all(4), count: 5, valid: false }),
    fakePoint({ digits: all(3), count: 3, valid: false }),
  ]);
  const request = { kind: "landscape", recipe, puzzles: [recipe.puzzle], starts: 20 } as const;
  const put = (state: ExperimentsState["states"]) => experiments.store.setState({ states: state });
  put({ landscape: { status: "running", id: 1, request, done: 1, total: 2, partial: [found] } });

  const tags = tagsOf(run.getState().letters, recipe);
  expect([9, 4, 3].map((value) => tagOf(tags, all(value))?.letter)).toEqual(["C", "B", "A"]);
  expect(trajectoryViewsAt(record, 6, tags).map(({ grid }) => grid?.letter)).toEqual(["A", "B"]);
  expect(refresh).toHaveBeenCalledTimes(1);
  put({ landscape: { status: "done", request, result: [found] } });
  expect(refresh).toHaveBeenCalledTimes(1);
});
