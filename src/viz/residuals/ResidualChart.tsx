import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { Stretch } from "../../model/eqr/recipe/schedule";
import type { RunRecord } from "../../model/eqr/record/record";
import { usePalette } from "../draw/palette";
import { Tooltip } from "../draw/Tooltip";
import { useSize } from "../draw/useSize";
import { trajectoryNumber } from "../format";
import { TrajectoryTip } from "../map/TrajectoryTip";
import { cycleSentence } from "../nudges/words";
import type { TrajectoryView } from "../types";
import { Cursor } from "./Cursor";
import { type Columns, columnsFor } from "./columns";
import { qRange, residualDecades, timeEnd } from "./domain";
import { drawChart } from "./draw";
import { createLayer, type Layer } from "./layer";
import { iterationAt, layoutChart } from "./layout";
import { heightAt, nearestLine } from "./nearest";
import { type ChartOverlay, Overlays } from "./Overlays";
import { ResidualAxes, ToleranceNote } from "./ResidualAxes";
import { cursorText, movedCursor } from "./timeline";
import { useScrub } from "./useScrub";
import "./residuals.css";
import { say } from "../../words/say";

export interface ResidualChartProps {
  readonly record: RunRecord | null;
  /** record.revision, so that a change in place is seen. */
  readonly revision: number;
  readonly views: readonly TrajectoryView[];
  readonly cursor: number;
  readonly depth: number;
  readonly tolerance: number;
  readonly selected: number;
  readonly hovered: number | null;
  /** The cycles of the selected trajectory as far as the run has come; none without nudges. */
  readonly cycles: readonly NudgeCycle[];
  /** Where the path noise of a run that has some is off. */
  readonly quiet: readonly Stretch[];
  readonly showQ: boolean;
  readonly overlays?: readonly ChartOverlay[];
  readonly onCursor: (k: number) => void;
  readonly onHover: (trajectory: number | null) => void;
  readonly onSelect: (trajectory: number) => void;
}

/** Line vertices drawn at most: with many trajectories, several iterations share a column of pixels. */
const VERTEX_BUDGET = 240_000;
const REACH = 14;

/**
 * Residuals of every trajectory against iterations, and the timeline of the page: press or drag to scrub, arrows, Page Up
 * and Down, Home and End by keyboard. A press right on a line selects its trajectory.
 */
export function ResidualChart(props: ResidualChartProps) {
  const { record, revision, views, cursor, depth, tolerance, selected, hovered, cycles, showQ } = props;
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<Layer | null>(null);
  const held = useRef<Columns | null>(null);
  const [pointed, setPointed] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const size = useSize(host);
  const palette = usePalette();

  const last = Math.max(0, (record?.frames.length ?? 0) - 1);
  const end = timeEnd(last, depth);
  const nudged = (record?.recipe.nudges ?? 0) > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the record changes in place, its revision counts that
  const columns = useMemo(() => {
    if (!record) return null;
    const fair = Math.max(64, Math.floor(VERTEX_BUDGET / (2 * record.recipe.breadth)));
    held.current = columnsFor(held.current, record, end, Math.min(fair, Math.max(64, size.width)));
    return held.current;
  }, [record, revision, end, size.width]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const [qLow, qHigh] = useMemo(() => {
    let low = 0;
    let high = 0;
    for (const frame of record?.frames ?? []) {
      const q = frame.q[selected] ?? 0;
      if (q < low) low = q;
      if (q > high) high = q;
    }
    return qRange(low, high);
  }, [record, revision, selected]);

  const [low, high] = residualDecades(
    columns?.min ?? Number.POSITIVE_INFINITY,
    columns?.max ?? Number.NEGATIVE_INFINITY,
    tolerance,
  );
  const layout = useMemo(
    () => layoutChart({ ...size, end, decades: [low, high], q: showQ ? [qLow, qHigh] : null, nudged }),
    [size, end, low, high, showQ, qLow, qHigh, nudged],
  );

  useLayoutEffect(() => {
    if (!canvas.current || size.width === 0) return;
    if (!record || !columns) return void canvas.current.getContext("2d")?.reset();
    layer.current ??= createLayer();
    const scene = { layout, record, columns, views, cursor, selected, hovered, cycles, palette };
    drawChart(canvas.current, layer.current, scene);
  });

  const hitAt = (x: number, y: number) => (record ? nearestLine(record, layout, x, y, REACH) : null);
  const gestures = useScrub({
    onScrub: (x) => {
      if (record) props.onCursor(Math.min(last, iterationAt(layout, x)));
    },
    onPoint: (point) => {
      setPointed(point);
      const trajectory = point ? (hitAt(point.x, point.y)?.trajectory ?? null) : null;
      if (trajectory !== hovered) props.onHover(trajectory);
    },
    onTap: (x, y) => {
      const hit = hitAt(x, y);
      if (hit) props.onSelect(hit.trajectory);
    },
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey || !record) return;
    const to = movedCursor(cursor, last, event.key);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    props.onCursor(to);
  };

  const inBand = pointed && layout.band && pointed.y >= layout.band.top ? iterationAt(layout, pointed.x) : null;
  const pointedCycle = inBand === null ? undefined : cycles.find(({ from, to }) => inBand > from && inBand <= to);
  const hit = pointed && inBand === null ? hitAt(pointed.x, pointed.y) : null;
  const hitView = hit && views.find((view) => view.index === hit.trajectory);
  const selectedView = views.find((view) => view.index === selected);

  return (
    <div
      ref={host}
      className="residual-chart"
      role="slider"
      tabIndex={0}
      aria-label={say`Timeline: residuals of every trajectory by iteration`}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={Math.min(cursor, last)}
      aria-valuetext={cursorText(cursor, last, selectedView)}
      aria-disabled={record ? undefined : true}
      onKeyDown={onKeyDown}
      {...gestures}
    >
      {size.width > 0 && (
        <>
          <svg className="chart-back" width={size.width} height={size.height} aria-hidden="true">
            <ResidualAxes
              layout={layout}
              depth={depth}
              tolerance={tolerance}
              quiet={props.quiet}
              owner={trajectoryNumber(selected)}
            />
          </svg>
          <canvas ref={canvas} style={{ width: size.width, height: size.height }} />
          {record && (
            <svg className="chart-front" width={size.width} height={size.height} aria-hidden="true">
              <ToleranceNote layout={layout} tolerance={tolerance} />
              <Overlays layout={layout} tolerance={tolerance} overlays={props.overlays ?? []} />
              <Cursor layout={layout} cursor={Math.min(cursor, layout.end)} last={last} />
            </svg>
          )}
        </>
      )}
      {record && hit && hitView && pointed && (
        <Tooltip x={pointed.x} y={heightAt(record, layout, hit.trajectory, hit.k) || pointed.y} {...size}>
          <TrajectoryTip view={hitView} record={record} k={hit.k} />
        </Tooltip>
      )}
      {pointed && pointedCycle && (
        <Tooltip x={pointed.x} y={pointed.y} {...size}>
          {cycleSentence(pointedCycle)}
        </Tooltip>
      )}
    </div>
  );
}
