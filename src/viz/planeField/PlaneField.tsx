import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from "react";
import type { PlanarFixedPoint, Point } from "../../model/analysis/planar";
import { prepareCanvas } from "../draw/canvas";
import { pointIn } from "../draw/magnified";
import { usePalette } from "../draw/palette";
import { useSize } from "../draw/useSize";
import { type Ground, groundSize, paintGround } from "./ground";
import { type PlaneFrame, pathThrough, placeOf, pointAt, within } from "./place";
import "./planeField.css";
import { say } from "../../words/say";

export interface PlanePath {
  readonly points: readonly Point[];
  /** The custom property of its colour. */
  readonly variable: `--${string}`;
}

/** The visitor's own start: its way to rest, and a way more for each kick. */
export type OwnPath = readonly (readonly Point[])[];

export interface PlaneFieldProps {
  /** The window: |z1|, |z2| <= reach. */
  readonly reach: number;
  readonly ground: Ground;
  /** A step of the map from points on a lattice. */
  readonly arrows: readonly (readonly [Point, Point])[];
  readonly fixedPoints: readonly (PlanarFixedPoint & { readonly name: string | null })[];
  readonly paths: readonly PlanePath[];
  readonly own: OwnPath;
  /** What the picture shows, for screen readers. */
  readonly label: string;
  readonly onStart: (point: Point) => void;
  /** The end of the visitor's own path was pulled away. */
  readonly onKick: (point: Point) => void;
}

/** A press nearer than this to the end of the own path takes hold of it, in pixels. */
const HOLD = 16;
const STEP = 0.1;
const KICK = 0.5;
const MOVES: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * A latent space of two numbers, all of it: basins or residual as the ground, the map's steps as arrows, fixed points,
 * trajectories. Press or drag to place a start, drag its end to kick it; by keyboard arrows and Shift + arrows.
 */
export function PlaneField(props: PlaneFieldProps) {
  const { reach, ground, arrows, fixedPoints, paths, own, label, onStart, onKick } = props;
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [held, setHeld] = useState<{ readonly kind: "start" | "kick"; readonly at: Point } | null>(null);
  const size = useSize(host);
  const palette = usePalette();
  const frame: PlaneFrame = { reach, side: Math.min(size.width, size.height) };
  const { side } = frame;
  const start = own[0]?.[0];
  const end = own.at(-1)?.at(-1);

  useLayoutEffect(() => {
    const context = canvas.current && prepareCanvas(canvas.current, side, side);
    if (!context || side === 0) return;
    const pixels = groundSize(ground);
    const picture = new OffscreenCanvas(pixels, pixels);
    picture.getContext("2d")?.putImageData(new ImageData(paintGround(ground, palette), pixels, pixels), 0, 0);
    context.imageSmoothingEnabled = true;
    context.drawImage(picture, 0, 0, side, side);
  }, [ground, palette, side]);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { x, y } = pointIn(event.currentTarget, event);
    return within(reach, pointAt(frame, [x, y]));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const at = pointOf(event);
    const [x, y] = placeOf(frame, at);
    const [endX, endY] = end ? placeOf(frame, end) : [Number.NaN, Number.NaN];
    const kind = Math.hypot(x - endX, y - endY) < HOLD ? "kick" : "start";
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld({ kind, at });
    if (kind === "start") onStart(at);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!held) return;
    const at = pointOf(event);
    setHeld({ ...held, at });
    if (held.kind === "start") onStart(at);
  };
  const onPointerUp = () => {
    if (held?.kind === "kick") onKick(held.at);
    setHeld(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.shiftKey ? KICK : STEP;
    const from = (event.shiftKey ? end : start) ?? [0, 0];
    const to = within(reach, [from[0] + by * move[0], from[1] + by * move[1]]);
    if (event.shiftKey) onKick(to);
    else onStart(to);
  };

  return (
    <div className="plane-field" ref={host}>
      <div
        className="plane-surface"
        style={{ width: side, height: side }}
        role="application"
        aria-roledescription={say`plane`}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, and so the focus
        tabIndex={0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setHeld(null)}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} style={{ width: side, height: side }} />
        {side > 0 && (
          <svg width={side} height={side} aria-hidden="true">
            <Lattice frame={frame} />
            {arrows.map(([from, to]) => (
              <Arrow key={from.join()} frame={frame} from={from} to={to} />
            ))}
            {paths.map(({ points, variable }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a trajectory is its index
              <g key={i} className="plane-path" style={{ color: `var(${variable})` }}>
                <path d={pathThrough(frame, points)} />
                <Dot frame={frame} at={points.at(-1)} radius={3.2} />
              </g>
            ))}
            {fixedPoints.map((point) => (
              <FixedPoint key={point.at.join()} frame={frame} {...point} />
            ))}
            <Own frame={frame} own={own} />
            {held?.kind === "kick" && end && <path className="plane-kick" d={pathThrough(frame, [end, held.at])} />}
          </svg>
        )}
      </div>
    </div>
  );
}

function Lattice({ frame }: { readonly frame: PlaneFrame }) {
  const { reach, side } = frame;
  const [x, y] = placeOf(frame, [0, 0]);
  const ticks = [-4, -2, 2, 4].filter((tick) => Math.abs(tick) < reach);
  return (
    <g className="plane-axes">
      <path d={`M0,${y}H${side}M${x},0V${side}`} />
      {ticks.map((tick) => (
        <g key={tick}>
          <text x={placeOf(frame, [tick, 0])[0]} y={y + 14} textAnchor="middle">
            {tick}
          </text>
          <text x={x - 6} y={placeOf(frame, [0, tick])[1] + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      <text x={side - 6} y={y - 6} textAnchor="end">
        z₁
      </text>
      <text x={x + 7} y={14}>
        z₂
      </text>
    </g>
  );
}

/** Longest arrow as a share of the lattice's mesh. */
const LONGEST = 0.42;

function Arrow({ frame, from, to }: { readonly frame: PlaneFrame; readonly from: Point; readonly to: Point }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 1e-3) return null;
  // Directions matter more than lengths, which differ a hundredfold.
  const scale = (LONGEST * Math.tanh(length / LONGEST)) / length;
  const [x1, y1] = placeOf(frame, from);
  const [x2, y2] = placeOf(frame, [from[0] + scale * dx, from[1] + scale * dy]);
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn: number) => `${x2 - 4 * Math.cos(angle + turn)},${y2 - 4 * Math.sin(angle + turn)}`;
  return <path className="plane-arrow" d={`M${x1},${y1}L${x2},${y2}M${wing(0.5)}L${x2},${y2}L${wing(-0.5)}`} />;
}

/** Stable: a disc. Saddle: a disc half filled. Unstable: a ring. As in textbooks of dynamical systems. */
function FixedPoint({
  frame,
  at,
  stability,
  name,
}: PlanarFixedPoint & { readonly frame: PlaneFrame; readonly name: string | null }) {
  const [x, y] = placeOf(frame, at);
  return (
    <g className={`plane-fixed plane-${stability}`}>
      <circle cx={x} cy={y} r={6} />
      {stability === "saddle" && <path d={`M${x},${y - 6}A6,6 0 0 1 ${x},${y + 6}z`} />}
      {name && (
        <text x={x + 10} y={y - 8}>
          {name}
        </text>
      )}
    </g>
  );
}

function Own({ frame, own }: { readonly frame: PlaneFrame; readonly own: OwnPath }) {
  return (
    <g className="plane-own">
      {own.map((points, i) => {
        const before = own[i - 1]?.at(-1);
        const [first] = points;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: kicks are in order
          <g key={i}>
            {before && first && <path className="plane-kick" d={pathThrough(frame, [before, first])} />}
            <path d={pathThrough(frame, points)} />
            {points.map((point, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: iterations are in order
              <Dot key={k} frame={frame} at={point} radius={2} />
            ))}
          </g>
        );
      })}
      <Dot frame={frame} at={own.at(-1)?.at(-1)} radius={7} />
    </g>
  );
}

function Dot({ frame, at, radius }: { frame: PlaneFrame; at: Point | undefined; radius: number }) {
  if (!at) return null;
  const [cx, cy] = placeOf(frame, at);
  return <circle cx={cx} cy={cy} r={radius} />;
}
