import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { GridTag } from "../../model/analysis/gridTags";
import type { BasinMap, PlaneWindow } from "../../model/experiments/basins";
import { prepareCanvas } from "../draw/canvas";
import { pointIn } from "../draw/magnified";
import { usePalette } from "../draw/palette";
import { Tooltip } from "../draw/Tooltip";
import { useSize } from "../draw/useSize";
import { ZoomButtons } from "../map/ZoomButtons";
import { BasinLegend } from "./BasinLegend";
import { paintBasins } from "./paint";
import { BROKEN, PENDING, WANDERING } from "./pixels";
import { centreOf, dragged, pixelAt, placeOf, planeAt, type Square, scaleBar, squareIn, zoomed } from "./square";
import "../map/map.css";
import "./basins.css";
import { say } from "../../words/say";

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface BasinMark extends Point {
  readonly name: string;
}

export interface BasinPictureProps {
  /** What is known of it; null draws the empty square. */
  readonly map: BasinMap | null;
  /** Of each basin's grid. */
  readonly tags: readonly (GridTag | null)[];
  /** The points that the plane was made of. */
  readonly marks: readonly BasinMark[];
  readonly empty: string;
  /** A start was chosen: the pixel of the map that holds it, null before there is a map, and the point itself. */
  readonly onPick: (pixel: number | null, point: Point) => void;
  /** Another square was asked for; null asks for the first one. */
  readonly onZoom: (window: PlaneWindow | null) => void;
}

const NOWHERE: PlaneWindow = { x: 0, y: 0, half: 1 };
/** Shorter than this a drag is a click, in pixels. */
const CLICK = 5;
const ZOOM = 0.5;
/** Keys move the crosshair by a pixel; before there is a map, by one of this many along a side. */
const COARSE = 32;

/**
 * A plane through latent space, every pixel a start. A click picks the start under it, a drag zooms into a square; by
 * keyboard the arrows move a crosshair, Enter picks, + − 0 zoom.
 */
export function BasinPicture({ map, tags, marks, empty, onPick, onZoom }: BasinPictureProps) {
  const window = map?.window ?? NOWHERE;
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [cross, setCross] = useState<Point | null>(null);
  const [hover, setHover] = useState<Point | null>(null);
  const [drag, setDrag] = useState<{ from: readonly [number, number]; to: readonly [number, number] } | null>(null);
  const size = useSize(surface);
  const palette = usePalette();
  const square = useMemo(() => squareIn(size), [size]);
  const sentence = useId();

  useLayoutEffect(() => {
    const context = canvas.current && prepareCanvas(canvas.current, square.side, square.side);
    if (!context || !map) return;
    const picture = new OffscreenCanvas(map.size, map.size);
    picture.getContext("2d")?.putImageData(new ImageData(paintBasins(map, tags, palette), map.size, map.size), 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(picture, 0, 0, square.side, square.side);
  }, [map, tags, palette, square.side]);

  const placeIn = (event: PointerEvent<HTMLElement>): readonly [number, number] => {
    const { x, y } = pointIn(event.currentTarget, event);
    return [x, y];
  };
  const within = ({ x, y }: Point) => pixelAt(window, 1, x, y) !== null;
  /** Picks the very start that the pixel under a point has run, so that it ends as its colour says. */
  const pick = (point: Point) => {
    const pixel = map && pixelAt(window, map.size, point.x, point.y);
    setCross(map && pixel !== null ? centreOf(window, map.size, pixel) : point);
    onPick(pixel, point);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const from = placeIn(event);
    // One finger scrolls the page: only a mouse or a pen draws a square.
    if (event.pointerType !== "touch") event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from, to: from });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const to = placeIn(event);
    if (drag && event.pointerType !== "touch") setDrag({ ...drag, to });
    const point = planeAt(square, window, ...to);
    setHover(event.pointerType === "touch" || drag || !within(point) ? null : point);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    setDrag(null);
    const to = placeIn(event);
    const point = planeAt(square, window, ...to);
    if (Math.hypot(to[0] - drag.from[0], to[1] - drag.from[1]) > CLICK) {
      if (event.pointerType !== "touch") onZoom(dragged(square, window, drag.from, to));
    } else if (within(point)) pick(point);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const at = cross ?? { x: window.x, y: window.y };
    const step = ((2 * window.half) / (map?.size ?? COARSE)) * (event.shiftKey ? 8 : 1);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const move = moves[event.key];
    if (move) {
      const moved = { x: at.x + move[0] * step, y: at.y + move[1] * step };
      setCross(within(moved) ? moved : at);
    } else if (event.key === "Enter") pick(at);
    else if (event.key === "+" || event.key === "=") onZoom(zoomed(window, ZOOM, at));
    else if (event.key === "-") onZoom(zoomed(window, 1 / ZOOM, at));
    else if (event.key === "0") onZoom(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const crossPlace = cross && within(cross) ? placeOf(square, window, cross.x, cross.y) : null;
  const hoverPlace = hover && placeOf(square, window, hover.x, hover.y);
  const bar = scaleBar(window.half);
  const frame = drag && placesOf(drag);
  const about = cross && within(cross) ? cross : { x: window.x, y: window.y };
  return (
    <div className="trajectory-map basin-map">
      <div className="map-stage">
        <div
          ref={surface}
          className="map-surface basin-surface"
          role="application"
          aria-roledescription={say`map`}
          aria-label={say`Basin map. Arrows: move the crosshair. Enter: run that start. Plus, minus, 0: zoom.`}
          aria-describedby={sentence}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, and so the focus
          tabIndex={0}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => setDrag(null)}
          onPointerLeave={() => setHover(null)}
          onKeyDown={onKeyDown}
        >
          <canvas ref={canvas} style={{ left: square.left, width: square.side, height: square.side }} />
          {map && size.width > 0 && (
            <svg width={size.width} height={size.height} aria-hidden="true">
              <rect
                className="map-frame"
                x={square.left + 0.5}
                y={0.5}
                width={square.side - 1}
                height={square.side - 1}
              />
              {marks.map(({ name, x, y }) => (
                <BasePoint key={name} {...placeOf(square, window, x, y)} name={name} square={square} />
              ))}
              {crossPlace && <path className="basin-cross" d={crosshair(crossPlace.x, crossPlace.y)} />}
              {frame && <rect className="basin-drag" {...frame} />}
              <path
                className="basin-scale"
                d={`M${square.left + 1},${square.side + 9}h${(bar / (2 * window.half)) * square.side}`}
              />
              <text x={square.left + (bar / (2 * window.half)) * square.side + 8} y={square.side + 13}>
                {say`${bar} RMS`}
              </text>
            </svg>
          )}
          {!map && <p className="map-empty">{empty}</p>}
        </div>
        {map && (
          <ZoomButtons
            onIn={() => onZoom(zoomed(window, ZOOM, about))}
            onOut={() => onZoom(zoomed(window, 2, about))}
          />
        )}
        {hover && hoverPlace && map && (
          <Tooltip x={hoverPlace.x} y={hoverPlace.y} {...size}>
            {describePixel(map, tags, window, hover)}
          </Tooltip>
        )}
        <p id={sentence} className="visually-hidden" aria-live="polite">
          {map && cross && !hover ? describePixel(map, tags, window, cross) : ""}
        </p>
      </div>
      {map && <BasinLegend map={map} tags={tags} />}
    </div>
  );
}

/** A point that made the plane, where the window shows it. */
function BasePoint({ x, y, name, square }: BasinMark & { readonly square: Square }) {
  if (x < square.left || x > square.left + square.side || y < 0 || y > square.side) return null;
  return (
    <g className="basin-mark">
      <circle cx={x} cy={y} r={4} />
      <text x={x + 8} y={y + 4}>
        {name}
      </text>
    </g>
  );
}

function placesOf({ from, to }: { from: readonly [number, number]; to: readonly [number, number] }) {
  const half = Math.max(Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])) / 2;
  return {
    x: (from[0] + to[0]) / 2 - half,
    y: (from[1] + to[1]) / 2 - half,
    width: 2 * half,
    height: 2 * half,
  };
}

function crosshair(x: number, y: number): string {
  return `M${x - 9},${y}h6M${x + 3},${y}h6M${x},${y - 9}v6M${x},${y + 3}v6`;
}

/** What became of the start at a point. */
function describePixel(map: BasinMap, tags: BasinPictureProps["tags"], window: PlaneWindow, { x, y }: Point): string {
  const pixel = pixelAt(window, map.size, x, y);
  const what = pixel === null ? PENDING : (map.basin[pixel] ?? PENDING);
  const took = pixel === null ? 0 : (map.iterations[pixel] ?? 0);
  if (what === PENDING) return say`still to be run`;
  if (what === WANDERING) return say`did not settle in ${took} iterations`;
  if (what === BROKEN) return say`its state broke`;
  const { valid } = map.basins[what] ?? { valid: false };
  const letter = tags[what]?.letter ?? null;
  return say`settles on the ${valid ? say`valid` : say`invalid`} grid ${letter ? `${letter} ` : ""}after ${took} iterations`;
}
