import { useMemo, useState } from "react";
import { orbit, type Point } from "../../../model/analysis/planar";
import { viewVariable } from "../../../viz/outcome";
import { Cobweb } from "../../../viz/planeField/Cobweb";
import { ForkChart } from "../../../viz/planeField/ForkChart";
import { PlaneField } from "../../../viz/planeField/PlaneField";
import { useSetup } from "../../appContext";
import { Segmented } from "../../controls/Segmented";
import { StageHead } from "../../panels/StageHead";
import { trajectoryViewsAt } from "../../run/trajectoryViews";
import { attractorAt, basinsOf, planeFacts, planeMap, pointsOf, REACH, residualsOf } from "./field";
import { forkOf } from "./fork";
import { Knobs } from "./Knobs";
import { MADE } from "./models";
import { attractorNames } from "./names";
import { RunCharts } from "./RunCharts";
import { planeSetup } from "./setup";
import { SYSTEM_LIST, systemNamed } from "./systems";
import { Trainer } from "./Trainer";
import { usePlaneRun } from "./usePlaneRun";
import { usePlayback } from "./usePlayback";
import { useTraining } from "./useTraining";
import { describeOwn, describePlane, describeStarts } from "./words";
import "./plane.css";
import { fromModel, say } from "../../../words/say";

const GROUND_OPTIONS = [
  { value: "basins", text: say`Basins`, tip: say`Colours: which attractor a start comes to rest at. Pale: later.` },
  {
    value: "residual",
    text: say`Residual`,
    tip: say`Shades: how far a step goes, against where it starts. Pale: hardly.`,
  },
] as const;
const AXES = [
  { value: "0", text: "z₁", tip: say`Left and right` },
  { value: "1", text: "z₂", tip: say`Up and down` },
] as const;
/** Pixels per side of the ground: coarse while training redraws it many times a second. */
const FINE = 120;
const COARSE = 48;
const OWN_DEPTH = 240;

/** A latent space of two numbers: field, fixed points, basins, starts, kicks, cobweb and fork. */
export function Panel() {
  const [state, setState] = useSetup(planeSetup);
  const [own, setOwn] = useState<{ readonly start: Point; readonly kicks: readonly Point[] } | null>(null);
  const [axis, setAxis] = useState<"0" | "1">("1");
  const training = useTraining();
  const system = systemNamed(state.system);
  const { trained } = training;
  const model = MADE[system.name] ?? ("model" in trained ? trained.model : null);
  const busy = system.trained && trained.status === "training";
  const { problem, gain, lambda } = state;
  const map = useMemo(() => model && planeMap(model, system.task, { problem, gain }), [model, system, problem, gain]);
  const facts = useMemo(() => map && planeFacts(map, lambda), [map, lambda]);
  const run = usePlaneRun(busy ? null : model, system.task, state);
  const record = run.status === "done" && !busy ? run.record : null;
  const playback = usePlayback(record);
  const names = useMemo(() => (facts ? attractorNames(facts, record) : []), [facts, record]);
  const size = busy ? COARSE : FINE;
  const ground = useMemo(
    () =>
      facts &&
      (state.ground === "basins"
        ? ({ kind: "basins", basins: basinsOf(facts, size), hues: names.map(({ variable }) => variable) } as const)
        : ({ kind: "residual", size, values: residualsOf(facts, size) } as const)),
    [facts, names, state.ground, size],
  );
  const paths = useMemo(
    () => (facts && own ? [own.start, ...own.kicks].map((from) => orbit(facts.step, from, OWN_DEPTH)) : []),
    [facts, own],
  );
  const views = record ? trajectoryViewsAt(record, playback.cursor) : [];
  const shown = record
    ? views.map((view) => ({ points: pointsOf(record, view.index, playback.cursor), variable: viewVariable(view) }))
    : [];
  const ends = shown.map(({ points }) => (facts && names[attractorAt(facts, points.at(-1))]?.name) ?? null);
  const ownEnd = facts ? attractorAt(facts, paths.at(-1)?.at(-1)) : -1;
  const axisIndex = axis === "0" ? 0 : 1;
  // It spans all step sizes: only another map has another one.
  const columns = useMemo(() => (map && !busy ? forkOf(map.f, axisIndex) : []), [map, busy, axisIndex]);

  return (
    <>
      <StageHead title={say`Toy plane`} note={say`a latent state of two numbers: all of it can be seen`}>
        <Segmented
          label={say`System`}
          options={SYSTEM_LIST.map(({ name, title, about }) => ({ value: name, text: title, tip: about }))}
          value={state.system}
          onChange={(name) => {
            setOwn(null);
            setState({ ...planeSetup.initial, system: name, problem: systemNamed(name).problems[0]?.text ?? "." });
          }}
        />
        <Segmented
          label={say`Ground`}
          options={GROUND_OPTIONS}
          value={state.ground}
          onChange={(value) => setState({ ...state, ground: value })}
        />
      </StageHead>
      <div className="plane-layout">
        {facts && ground ? (
          <PlaneField
            reach={REACH}
            ground={ground}
            arrows={facts.arrows}
            fixedPoints={facts.fixedPoints.map((point) => ({
              ...point,
              name: names[facts.attractors.indexOf(point.at)]?.name ?? null,
            }))}
            paths={shown}
            own={paths}
            label={say`${system.title}. ${describePlane(facts)} Arrows move your start, Shift and arrows kick its end.`}
            onStart={(start) => setOwn({ start, kicks: [] })}
            onKick={(point) => own && setOwn({ ...own, kicks: [...own.kicks, point] })}
          />
        ) : (
          <p className="plane-wait">{say`This map is trained first: press Train, and watch its basins form. It takes some seconds.`}</p>
        )}
        <div className="plane-controls">
          <p>{system.about}</p>
          {system.trained && <Trainer {...training} />}
          {facts && (
            <>
              <p className="plane-facts" data-caption>
                {describePlane(facts)}
              </p>
              <p aria-live="polite">{describeOwn(paths, names[ownEnd]?.name ?? null)}</p>
            </>
          )}
          <Knobs state={state} system={system} onChange={setState} />
          {record && <p>{describeStarts(ends)}</p>}
          {run.status === "failed" && <p role="alert">{say`The starts could not be run: ${fromModel(run.message)}`}</p>}
        </div>
        <div className="plane-charts">
          {facts && !busy && (
            <>
              {record && <RunCharts record={record} views={views} playback={playback} />}
              <div className="plane-axis">
                <Segmented label={say`Axis`} options={AXES} value={axis} onChange={setAxis} />
              </div>
              <ForkChart columns={columns} reach={REACH} name={AXES[axisIndex].text} lambda={state.lambda} />
              {system.separable && (
                <Cobweb
                  next={(value) => facts.step(axisIndex === 0 ? [value, 0] : [0, value])[axisIndex]}
                  start={own?.start[axisIndex] ?? 3}
                  reach={REACH}
                  name={AXES[axisIndex].text}
                />
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}
