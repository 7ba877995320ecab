import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import type { GridCell } from "../../model/analysis/depthBreadth";
import { pointIn } from "../draw/magnified";
import { useSize } from "../draw/useSize";
import { formatPercent } from "../format";
import { DataTable } from "../plot/DataTable";
import { frameOf } from "../plot/frame";
import { PlotBox } from "../plot/Plot";
import { linePath } from "../plot/path";
import { cellAtPoint, cellCorner, contourOf, type GridLayout, gflopTicks, labelOf, layoutGrid } from "./layout";
import { type CaseWord, cellSentence, formatGflop, shareWords } from "./words";
import "./depthBreadth.css";
import { say } from "../../words/say";

export interface DepthBreadthMapProps {
  /** Row by row of breadths, as depthBreadth gives them; empty while there is nothing. */
  readonly cells: readonly GridCell[];
  readonly depths: readonly number[];
  readonly breadths: readonly number[];
  readonly cases: CaseWord;
  readonly flopsPerIteration: number;
  /** Layers that an iteration is; without it depth is in iterations alone. */
  readonly layersPerIteration?: number | undefined;
  readonly empty: string;
}

/** The share solved over depth and breadth, with lines of equal compute. Arrow keys go from cell to cell. */
export function DepthBreadthMap(props: DepthBreadthMapProps) {
  const { cells, depths, breadths, cases, flopsPerIteration, layersPerIteration, empty } = props;
  const host = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly column: number; readonly row: number } | null>(null);
  const frame = frameOf(useSize(host));
  const sentence = useId();
  const layout = layoutGrid(frame, depths, breadths);
  const cellOf = (column: number, row: number) => cells[row * depths.length + column];
  const corner = { column: depths.length - 1, row: breadths.length - 1 };
  const inside = place && place.column <= corner.column && place.row <= corner.row ? place : corner;
  const current = cellOf(inside.column, inside.row);
  const words = current ? cellSentence(current, cases, flopsPerIteration, layersPerIteration) : empty;

  const placed = cells.map((cell, i) => ({
    key: `${cell.depth} ${cell.breadth}`,
    cell,
    layout,
    column: i % depths.length,
    row: Math.floor(i / depths.length),
  }));

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { x, y } = pointIn(event.currentTarget, event);
    const at = cellAtPoint(layout, x, y);
    if (at && (at.column !== inside.column || at.row !== inside.row)) setPlace(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const step = STEPS[event.key];
    if (!step || cells.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const held = (value: number, most: number) => Math.max(0, Math.min(most, value));
    setPlace({ column: held(inside.column + step[0], corner.column), row: held(inside.row + step[1], corner.row) });
  };

  return (
    <div className="grid-map">
      <PlotBox
        host={host}
        frame={frame}
        className="grid-surface"
        empty={cells.length === 0 && empty}
        role="application"
        aria-roledescription={say`heat map`}
        aria-label={say`Share solved by depth and breadth. Left and right: depth. Up and down: breadth.`}
        aria-describedby={sentence}
        tabIndex={0}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onKeyDown={onKeyDown}
      >
        {() =>
          cells.length > 0 && (
            <>
              <Hatching />
              {placed.map(({ key, ...at }) => (
                <Cell key={key} {...at} />
              ))}
              <Labels layout={layout} />
              <Contours layout={layout} flopsPerIteration={flopsPerIteration} />
              {placed.map(({ key, ...at }) => (
                <Value key={key} {...at} />
              ))}
              <Ring layout={layout} {...inside} />
            </>
          )
        }
      </PlotBox>
      <p id={sentence} className="grid-sentence" aria-live="polite">
        {cells.length > 0 && words}
      </p>
      {cells.length > 0 && (
        <DataTable
          caption={say`Share solved, of ${cases}, by depth and breadth`}
          columns={[
            say`breadth`,
            ...depths.map((depth) => say`depth ${depth}${depth === 1 ? say` (feed-forward)` : ""}`),
          ]}
          rows={breadths.map((breadth, row) => [
            breadth,
            ...cells.slice(row * depths.length, (row + 1) * depths.length).map(shareWords),
          ])}
        />
      )}
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A share of fewer cases says little: its cell is hatched. */
const FEW = 8;

function Hatching() {
  return (
    <pattern id="grid-few" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1={0} x2={0} y1={0} y2={6} className="grid-hatch" />
    </pattern>
  );
}

interface CellProps {
  readonly cell: GridCell;
  readonly layout: GridLayout;
  readonly column: number;
  readonly row: number;
}

function Cell({ cell, layout, column, row }: CellProps) {
  const { x, y } = cellCorner(layout, column, row);
  const { cellWidth, cellHeight } = layout;
  const box = { x: x + 1, y: y + 1, width: Math.max(0, cellWidth - 2), height: Math.max(0, cellHeight - 2), rx: 2 };
  if (cell.n === 0) return <rect {...box} className="grid-unknown" />;
  return (
    <>
      <rect {...box} className="grid-ground" />
      <rect {...box} className="grid-share" fillOpacity={cell.share} />
      {cell.n < FEW && <rect {...box} fill="url(#grid-few)" />}
    </>
  );
}

/** The share as text, over the lines of equal compute, with a rim in the colour of its cell. */
function Value({ cell, layout, column, row }: CellProps) {
  const { x, y } = cellCorner(layout, column, row);
  const { cellWidth, cellHeight } = layout;
  if (cell.n === 0 || cellWidth < 34 || cellHeight < 18) return null;
  const rim = `color-mix(in srgb, var(--outcome-valid) ${Math.round(100 * cell.share)}%, var(--sunk))`;
  return (
    <text
      x={x + cellWidth / 2}
      y={y + cellHeight / 2 + 4}
      textAnchor="middle"
      className={cell.share > 0.6 ? "grid-value on-share" : "grid-value"}
      style={{ stroke: rim }}
    >
      {formatPercent(cell.share)}
    </text>
  );
}

function Labels({ layout }: { readonly layout: GridLayout }) {
  const { frame, depths, breadths, cellWidth, cellHeight } = layout;
  // Every second or third depth where the labels would touch; the last one always.
  const step = Math.max(1, Math.ceil((8 * String(depths.at(-1) ?? 1).length) / cellWidth));
  const labelled = depths
    .map((depth, column) => ({ depth, column }))
    .filter(({ column }) => (depths.length - 1 - column) % step === 0);
  return (
    <>
      <text className="plot-caption" x={0} y={12}>{say`breadth`}</text>
      {breadths.map((breadth, row) => (
        <text key={breadth} x={frame.left - 8} y={cellCorner(layout, 0, row).y + cellHeight / 2 + 4} textAnchor="end">
          {breadth}
        </text>
      ))}
      {labelled.map(({ depth, column }) => (
        <text key={depth} x={frame.left + (column + 0.5) * cellWidth} y={frame.bottom + 15} textAnchor="middle">
          {depth}
        </text>
      ))}
      <rect
        className="grid-baseline"
        x={frame.left - 1}
        y={frame.top - 1}
        width={cellWidth + 2}
        height={frame.bottom - frame.top + 2}
        rx={4}
      />
      <text className="plot-caption" x={frame.left - 2} y={frame.bottom + 30}>{say`feed-forward`}</text>
      <text
        className="plot-caption"
        x={frame.right}
        y={frame.bottom + 30}
        textAnchor="end"
      >{say`depth (iterations)`}</text>
    </>
  );
}

function Contours({ layout, flopsPerIteration }: { readonly layout: GridLayout; readonly flopsPerIteration: number }) {
  return gflopTicks(layout, flopsPerIteration).map((gflop) => {
    const contour = contourOf(layout, (gflop * 1e9) / flopsPerIteration);
    const label = labelOf(layout, contour);
    if (contour.points.length < 2) return null;
    return (
      <g key={gflop}>
        <path className="grid-contour" d={linePath(contour.points)} />
        {label && (
          <text className="plot-note grid-contour-label" {...label}>
            {formatGflop(gflop)}
          </text>
        )}
      </g>
    );
  });
}

function Ring({ layout, column, row }: { readonly layout: GridLayout; readonly column: number; readonly row: number }) {
  const { x, y } = cellCorner(layout, column, row);
  return (
    <rect
      className="grid-ring"
      x={x}
      y={y}
      width={Math.max(0, layout.cellWidth)}
      height={Math.max(0, layout.cellHeight)}
      rx={3}
    />
  );
}
