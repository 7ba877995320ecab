import {
  type KeyboardEvent,
  type PointerEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { RunRecord } from "../../model/eqr/record/record";
import { paintCanvas } from "../draw/canvas";
import { pointIn } from "../draw/magnified";
import { usePalette } from "../draw/palette";
import { Tooltip } from "../draw/Tooltip";
import { useSize } from "../draw/useSize";
import { gridWords, OUTCOMES } from "../outcome";
import { movedCursor } from "../residuals/timeline";
import type { TrajectoryView } from "../types";
import { type Bounds, type Box, boundsFor, frameBox } from "./bounds";
import { drawMap } from "./draw";
import { drawKick, type KickedTrack } from "./drawKick";
import { MapGround } from "./MapGround";
import { MapLegend } from "./MapLegend";
import { fillPaths, nearestState, type StateHit } from "./paths";
import { fitProjection, type Zoom } from "./projection";
import { mapSentence } from "./sentence";
import { TrajectoryTip } from "./TrajectoryTip";
import { usePathStage } from "./usePathStage";
import { isMoved, useZoom } from "./useZoom";
import { type MapWindow, NO_ZOOM, sameMapWindow, tidyMapWindow, windowOf, zoomOn } from "./window";
import { ZoomButtons } from "./ZoomButtons";
import "./map.css";
import { say } from "../../words/say";

export interface TrajectoryMapProps {
  readonly record: RunRecord | null;
  readonly revision: number;
  readonly views: readonly TrajectoryView[];
  readonly cursor: number;
  readonly selected: number;
  readonly hovered: number | null;
  /** The cycles of the selected trajectory as far as the run has come; none without nudges. */
  readonly cycles: readonly NudgeCycle[];
  /** Which of the 3 principal axes lie across and up, or distance to the selected settled state against residual. */
  readonly axes: readonly [number, number];
  readonly kicked?: KickedTrack | null;
  readonly reducedMotion: boolean;
  /** What a zoomed map shows, as `onWindow` gave it or as a link says; null for all. */
  readonly window: MapWindow | null;
  readonly onWindow: (window: MapWindow | null) => void;
  readonly onCursor: (k: number) => void;
  readonly onHover: (trajectory: number | null) => void;
  readonly onSelect: (trajectory: number) => void;
}

const REACH = 16;

/**
 * Every trajectory on two principal axes of the latent state, up to the cursor. Click selects, drag pans; by keyboard,
 * left and right move the cursor, up and down the selection, + − 0 zoom.
 */
export function TrajectoryMap(props: TrajectoryMapProps) {
  const { record, revision, views, cursor, selected, hovered, cycles, axes, kicked = null, reducedMotion } = props;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<{ bounds: Bounds | null; box: Box | null }>({ bounds: null, box: null });
  const [hit, setHit] = useState<StateHit | null>(null);
  const [focused, setFocused] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const size = useSize(surface);
  const palette = usePalette();
  const told = useRef<MapWindow | null>(null);
  const control = useZoom(surface, (zoom) => tellWindow(zoom));
  const stage = usePathStage();
  const sentence = useId();

  const basis = record?.basis ?? null;
  const [across, up] = axes;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the record changes in place, its revision counts that
  const box = useMemo(() => {
    if (!record) return null;
    const bounds = boundsFor(held.current.bounds, record, [across, up]);
    const old = bounds === held.current.bounds ? held.current.box : null;
    held.current = { bounds, box: frameBox(old, bounds) };
    return held.current.box;
  }, [record, revision, across, up]);

  const projection = useMemo(
    () => (box && size.width > 0 ? fitProjection(box, size, control.zoom) : null),
    [box, size, control.zoom],
  );

  const tellWindow = (zoom: Zoom): void => {
    const window = box && isMoved(zoom) ? tidyMapWindow(windowOf(box, size, zoom)) : null;
    if (sameMapWindow(window, told.current)) return;
    told.current = window;
    props.onWindow(window);
  };
  // A window that comes from elsewhere is held while the run grows. One's own zoom stays in pixels: another part, then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a zoom of one's own is told where it is made
  useLayoutEffect(() => {
    if (size.width === 0) return;
    if (props.window === told.current) return void (told.current && tellWindow(control.zoom));
    if (props.window === null) told.current = null;
    if (box) control.show(props.window ? zoomOn(props.window, box, size) : NO_ZOOM);
  }, [props.window, box, size]);

  const place = (trajectory: number, k: number): readonly [number, number] => {
    const coords = record?.frames[k]?.coords;
    return [coords?.[trajectory * 3 + across] ?? Number.NaN, coords?.[trajectory * 3 + up] ?? Number.NaN];
  };

  useLayoutEffect(() => {
    if (!canvas.current) return;
    if (!record || !projection) return void canvas.current.getContext("2d")?.reset();
    const paths = stage.perform({
      record,
      plane: `${basis?.id ?? 0} ${across} ${up}`,
      reducedMotion,
      fill: (empty) => fillPaths(empty, record, [across, up], cursor, projection),
      redraw,
    });
    const scene = { size, record, views, axes, projection, selected, hovered, cursor, cycles, palette };
    const kick = kicked && { track: kicked, from: place(kicked.trajectory, kicked.k), axes, projection, palette };
    paintCanvas(canvas.current, size.width, size.height, (brush) => {
      drawMap(brush, paths, scene);
      if (kick) drawKick(brush, kick);
    });
  });

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return point(null);
    const { x, y } = pointIn(event.currentTarget, event);
    point(nearestState(stage.shown(), x, y, REACH));
  };
  const point = (next: StateHit | null) => {
    if (next?.trajectory !== hit?.trajectory || next?.k !== hit?.k) setHit(next);
    const trajectory = next?.trajectory ?? null;
    if (trajectory !== hovered) props.onHover(trajectory);
  };
  const onClick = (event: React.MouseEvent<HTMLElement>) => {
    const { x, y } = pointIn(event.currentTarget, event);
    const at = nearestState(stage.shown(), x, y, REACH);
    if (at) props.onSelect(at.trajectory);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey || !record) return;
    const { key } = event;
    const breadth = record.recipe.breadth;
    const to = movedCursor(cursor, record.frames.length - 1, key);
    if (key === "ArrowDown") props.onSelect((selected + 1) % breadth);
    else if (key === "ArrowUp") props.onSelect((selected + breadth - 1) % breadth);
    else if (key === "+" || key === "=") control.scaleBy(1.5);
    else if (key === "-") control.scaleBy(1 / 1.5);
    else if (key === "0") control.reset();
    else if (to !== null) props.onCursor(to);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const hitView = hit && views.find((view) => view.index === hit.trajectory);
  const hitPlace = hit && place(hit.trajectory, hit.k);

  return (
    <div className="trajectory-map">
      <div className="map-stage">
        <div
          ref={surface}
          className="map-surface"
          role="application"
          aria-roledescription={say`map`}
          aria-label={say`Trajectory map. Left and right: iteration. Up and down: trajectory. Plus, minus, 0: zoom.`}
          aria-describedby={sentence}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, and so the focus
          tabIndex={0}
          onPointerMove={onPointerMove}
          onPointerLeave={() => point(null)}
          onClick={onClick}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        >
          {projection && (
            <svg width={size.width} height={size.height} aria-hidden="true">
              <MapGround size={size} projection={projection} axes={axes} basis={basis} />
            </svg>
          )}
          <canvas ref={canvas} style={{ width: size.width, height: size.height }} />
          {!projection && (
            <p className="map-empty">
              {record
                ? say`The axes are fitted once the first states are in.`
                : say`The map is drawn as a run goes on.`}
            </p>
          )}
        </div>
        {projection && (
          <ZoomButtons
            onIn={() => control.scaleBy(1.5)}
            onOut={() => control.scaleBy(1 / 1.5)}
            onFit={control.moved ? control.reset : null}
          />
        )}
        {record && projection && hit && hitView && hitPlace && (
          <Tooltip
            x={projection.left + projection.scale * hitPlace[0]}
            y={projection.top - projection.scale * hitPlace[1]}
            {...size}
          >
            <TrajectoryTip view={hitView} record={record} k={hit.k} />
          </Tooltip>
        )}
        {/* Spoken only while the map has the focus: a running map would never stop talking. */}
        <p id={sentence} className="visually-hidden" aria-live={focused ? "polite" : "off"}>
          {mapSentence(views, selected, cursor, place(selected, cursor), [across, up])}
          {kicked && say` Kicked at iteration ${kicked.k}: ${OUTCOMES[kicked.outcome].word}${gridWords(kicked.grid)}.`}
        </p>
      </div>
      <MapLegend views={views} basis={basis} nudged={(record?.recipe.nudges ?? 0) > 0} kicked={kicked} />
    </div>
  );
}
