import type { FoundGrid } from "../../model/analysis/gridTags";
import type { Recipe } from "../../model/eqr/recipe/recipe";
import { isSolution, problemOf } from "../../model/tasks";
import type { PlaybackLoop } from "../run/playbackLoop";
import { withFound } from "../store/letters";
import type { RunStore } from "../store/run";
import { type Experiments, type ExperimentsState, shownOf, stateOf } from "./store";

/** The grids that the experiments shown have come to, with the puzzle of the run that each was asked of. */
function foundGrids(all: ExperimentsState): { readonly recipe: Recipe; readonly grids: readonly FoundGrid[] }[] {
  const [landscape, basins] = [stateOf(all, "landscape"), stateOf(all, "basinMap")];
  const [paths, kick] = [stateOf(all, "pathIndependence"), stateOf(all, "kick")];
  return [
    ...(landscape.request
      ? [{ recipe: landscape.request.recipe, grids: (shownOf(landscape) ?? []).flatMap(({ points }) => points) }]
      : []),
    ...(basins.request ? [{ recipe: basins.request.recipe, grids: shownOf(basins)?.basins ?? [] }] : []),
    ...(paths.request
      ? [
          {
            recipe: paths.request.recipe,
            grids: (shownOf(paths)?.ends ?? []).filter(({ kind }) => kind === "settled"),
          },
        ]
      : []),
    ...(kick.status === "done"
      ? [
          {
            recipe: kick.request.origin.recipe,
            grids: [kick.result.homeEnding, kick.result.kickedEnding].flatMap(({ settledAt, digits }) =>
              settledAt === null ? [] : [{ digits, valid: isSolution(problemOf(kick.request.origin.recipe), digits) }],
            ),
          },
        ]
      : []),
  ];
}

/** Gives the grids that experiments find their letters, after those that the page knows. */
export function keepLetters({ store }: Pick<Experiments, "store">, run: RunStore, loop: Pick<PlaybackLoop, "refresh">) {
  store.subscribe((now, before) => {
    if (now.states === before.states) return;
    const { letters } = run.getState();
    const after = foundGrids(now).reduce((known, { recipe, grids }) => withFound(known, recipe, grids), letters);
    if (after === letters) return;
    run.setState({ letters: after });
    loop.refresh();
  });
}
