import { useMemo } from "react";
import { Button } from "react-aria-components";
import { useStore } from "zustand";
import { tagOf } from "../../../model/analysis/gridTags";
import { marksOf, weightsAt } from "../../../model/analysis/plane";
import { same } from "../../../model/eqr/recipe/recipe";
import type { BasinRequest } from "../../../model/experiments/basinMap";
import { type BasinMap, type PlaneWindow, pointOf } from "../../../model/experiments/basins";
import { BasinPicture } from "../../../viz/basins/BasinPicture";
import { useApp, useRun, useSetup, useTagsOf } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { Segmented } from "../../controls/Segmented";
import { Term } from "../../controls/Term";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { isShipped, shownOf } from "../../experiments/store";
import { useExperiment } from "../../experiments/useExperiment";
import { StageHead } from "../../panels/StageHead";
import { planeFor } from "./planes";
import { BASIN_SIZES, basinsSetup, type PlaneChoice, tidyWindow } from "./setup";
import { describeBasins, describePlane, nameOfBase } from "./words";
import "./basins.css";
import { fixed, say } from "../../../words/say";

const PLANES: readonly { readonly value: PlaneChoice; readonly text: string; readonly tip: string }[] = [
  { value: "starts", text: say`three starts`, tip: say`The plane through the selected start and the two after it` },
  { value: "settled", text: say`settled states`, tip: say`The plane through the selected start and what has settled` },
  {
    value: "directions",
    text: say`random`,
    tip: say`The plane through the selected start along two random directions`,
  },
];
const SIZES = BASIN_SIZES.map((size) => ({ value: String(size), text: `${size} × ${size}` }));

/** Where the plane's own points lie; directions have no place. */
function marksFor(map: BasinMap, { plane, recipe }: BasinRequest) {
  return marksOf(map.plane).flatMap(([x, y], i) => {
    const base = plane.bases[i];
    return base ? [{ x, y, name: nameOfBase(base, recipe) }] : [];
  });
}

/** Which start falls into which basin, on a plane through latent space. */
export function Panel() {
  const { begin, edit, start: startStore, experiments } = useApp();
  const [setup, arrange] = useSetup(basinsSetup);
  const { choice, size, window } = setup;
  const chosen = useStore(startStore);
  const record = useRun((state) => state.record);
  const selected = useRun((state) => state.selected);
  const views = useRun((state) => state.views);
  const { state } = useExperiment("basinMap");
  const plane = planeFor(choice, selected, views, chosen.terms.length > 0);
  const request: BasinRequest | null =
    record && plane ? { kind: "basinMap", recipe: record.recipe, plane, window, size } : null;
  const map = shownOf(state);
  const drawn = state.request;
  const tagged = useTagsOf(drawn?.recipe ?? null);
  const tags = useMemo(() => map?.basins.map(({ digits }) => tagOf(tagged, digits)) ?? [], [map, tagged]);
  const stale =
    record &&
    drawn &&
    !isShipped(state) &&
    !same({ ...drawn.recipe, start: [] }, { ...record.recipe, start: [] }, "run");

  const zoom = (to: PlaneWindow | null): void => {
    if (!drawn) return;
    const window = to && tidyWindow(to);
    arrange({ ...setup, window });
    experiments.start({ ...drawn, window, size });
  };
  const pick = (of: BasinMap, from: BasinRequest, x: number, y: number): void => {
    if (from.recipe.puzzle !== record?.recipe.puzzle) edit.put(from.recipe.puzzle, say`of the basin map`);
    const weights = weightsAt(of.plane, x, y);
    begin.startAt(
      from.plane.bases.map((base, i) => ({ ...base, weight: weights[i] ?? 0 })),
      say`at (${fixed(x, 2)}, ${fixed(y, 2)}) of the basin map`,
    );
  };

  return (
    <>
      <StageHead
        title={say`Basin map`}
        note={<Term name="basinMap">{say`every pixel a start, coloured by where it settles`}</Term>}
      >
        <Choice
          label={say`Pixels of the map`}
          showLabel={false}
          options={SIZES}
          value={String(size)}
          onChange={(value) => arrange({ ...setup, size: BASIN_SIZES.find((one) => String(one) === value) ?? size })}
        />
      </StageHead>
      <div className="experiment-controls">
        <span>{say`plane through`}</span>
        <Segmented
          label={say`Plane`}
          options={PLANES}
          value={choice}
          onChange={(to) => arrange({ ...setup, choice: to, window: null })}
        />
        {window && (
          <Button
            className="button small quiet"
            onPress={() => (drawn ? zoom(null) : arrange({ ...setup, window: null }))}
          >{say`Whole plane`}</Button>
        )}
        {chosen.terms.length > 0 && (
          <span className="basin-chosen">
            {say`Trajectory 1 starts ${chosen.where}.`}{" "}
            <Button className="button small quiet" onPress={begin.forget}>{say`Random start again`}</Button>
          </span>
        )}
      </div>
      <ExperimentBar
        kind="basinMap"
        progress={map && { done: map.done, of: map.size ** 2, unit: say`pixels` }}
        request={request}
        action={say`Map`}
        what={
          request
            ? describePlane(request)
            : record
              ? say`Nothing has settled yet: let the run go on, or choose another plane.`
              : say`There is no run yet.`
        }
        sentence={
          map && (
            <>
              {describeBasins(map)} {stale ? say`This map is of another puzzle or setting. ` : ""}
              <span className="fine">{say`Click to run a start, drag a square to zoom.`}</span>
            </>
          )
        }
      />
      <div className="experiment-picture">
        <BasinPicture
          map={map}
          tags={tags}
          marks={map && drawn ? marksFor(map, drawn) : []}
          empty={say`Every pixel will be a start of its own, run until it settles: the first picture is coarse, then it sharpens.`}
          onPick={(pixel, at) => {
            if (!map || !drawn) return;
            const { x, y } = pixel === null ? at : pointOf(pixel, map.size, map.window);
            pick(map, drawn, x, y);
          }}
          onZoom={zoom}
        />
      </div>
    </>
  );
}
