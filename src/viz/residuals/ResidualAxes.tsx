import { memo } from "react";
import type { Stretch } from "../../model/eqr/recipe/schedule";
import { say } from "../../words/say";
import { AxisLeft } from "../plot/Axes";
import { PowerOfTen } from "../plot/PowerOfTen";
import { decadeTicks } from "../plot/ticks";
import { timeTicks } from "./domain";
import { type ChartLayout, qOf, xOf, yOf } from "./layout";

export interface ResidualAxesProps {
  readonly layout: ChartLayout;
  readonly depth: number;
  readonly tolerance: number;
  /** Where the path noise of a run that has some is off. */
  readonly quiet: readonly Stretch[];
  /** Name of the trajectory whose q and cycles are shown. */
  readonly owner: string;
}

/** Everything of the chart that stays put while a run streams: grid, labels, tolerance, the frame of q. */
export const ResidualAxes = memo(function ResidualAxes({ layout, depth, tolerance, quiet, owner }: ResidualAxesProps) {
  return (
    <g>
      <ResidualAxis layout={layout} />
      <TimeAxis layout={layout} depth={depth} />
      <ToleranceLine layout={layout} tolerance={tolerance} />
      {quiet.map((stretch) => stretch.from <= layout.end && <Quiet key={stretch.from} layout={layout} {...stretch} />)}
      {layout.strip && <QFrame layout={layout} strip={layout.strip} owner={owner} />}
      {layout.band && (
        <text
          x={layout.left - 8}
          y={(layout.band.top + layout.band.bottom) / 2 + 4}
          textAnchor="end"
        >{say`cycles`}</text>
      )}
    </g>
  );
});

function ResidualAxis({ layout }: { readonly layout: ChartLayout }) {
  return (
    <>
      <text className="chart-caption" x={0} y={11}>{say`residual`}</text>
      <AxisLeft
        frame={layout}
        scale={(decade) => yOf(layout, decade)}
        ticks={decadeTicks(layout.decades, layout.bottom - layout.top, 17)}
        format={(decade) => <PowerOfTen exponent={decade} />}
      />
    </>
  );
}

function TimeAxis({ layout, depth }: { readonly layout: ChartLayout; readonly depth: number }) {
  const { floor } = layout;
  const ticks = timeTicks(layout.end, layout.right - layout.left, 52);
  const more = depth > layout.end;
  // The last label is long where it names the depth too.
  const shown = more ? ticks.filter((k) => k === layout.end || xOf(layout, layout.end) - xOf(layout, k) > 88) : ticks;
  return (
    <>
      <line className="chart-axis" x1={layout.left} x2={layout.right} y1={floor + 0.5} y2={floor + 0.5} />
      {shown.map((k) => (
        <text
          key={k}
          x={xOf(layout, k)}
          y={floor + 16}
          textAnchor={k === layout.end ? "end" : "middle"}
          dx={k === layout.end ? 8 : 0}
        >
          {k === layout.end && more ? say`${k} of ${depth}` : k}
        </text>
      ))}
    </>
  );
}

interface ToleranceProps {
  readonly layout: ChartLayout;
  readonly tolerance: number;
}

function ToleranceLine({ layout, tolerance }: ToleranceProps) {
  const y = yOf(layout, Math.log10(tolerance));
  return <line className="chart-tolerance" x1={layout.left} x2={layout.right} y1={y} y2={y} />;
}

/** What the line of the tolerance is. It belongs over the curves, which would strike it through. */
export function ToleranceNote({ layout, tolerance }: ToleranceProps) {
  const y = yOf(layout, Math.log10(tolerance));
  const roomy = layout.right - layout.left > 420;
  return (
    // At the left: residuals begin high above it, and come down to it towards the right.
    <text className="chart-note" x={layout.left + 6} y={y - 4}>
      {roomy ? say`tolerance: below this it counts as settled` : say`tolerance`}
    </text>
  );
}

const NOTE_WIDTH = 56;

/** A stretch without noise, in a run that has some: only there can a state settle. */
function Quiet({ layout, from, to }: Stretch & { readonly layout: ChartLayout }) {
  const [x, end] = [xOf(layout, from - 1), xOf(layout, Math.min(to, layout.end))];
  return (
    <>
      <rect className="chart-quiet" x={x} width={end - x} y={layout.top} height={layout.bottom - layout.top} />
      <line className="chart-tolerance" x1={x} x2={x} y1={layout.top} y2={layout.bottom} />
      {(end - x > NOTE_WIDTH || to >= layout.end) && (
        <text className="chart-note" x={x + 4} y={layout.bottom - 5}>{say`noise off`}</text>
      )}
    </>
  );
}

interface QFrameProps {
  readonly layout: ChartLayout;
  readonly strip: NonNullable<ChartLayout["strip"]>;
  readonly owner: string;
}

function QFrame({ layout, strip, owner }: QFrameProps) {
  const zero = qOf(strip, 0);
  const roomy = layout.right - layout.left > 420;
  const [low, high] = strip.range;
  return (
    <>
      <rect
        className="chart-strip"
        x={layout.left}
        width={layout.right - layout.left}
        y={strip.top}
        height={strip.bottom - strip.top}
      />
      <line className="chart-tolerance" x1={layout.left} x2={layout.right} y1={zero} y2={zero} />
      {zero - strip.top > 14 && (
        <text x={layout.left - 8} y={strip.top + 7} textAnchor="end">
          +{high}
        </text>
      )}
      <text x={layout.left - 8} y={zero + 4} textAnchor="end">
        0
      </text>
      {strip.bottom - zero > 14 && (
        <text x={layout.left - 8} y={strip.bottom} textAnchor="end">
          −{-low}
        </text>
      )}
      <text className="chart-caption" x={0} y={strip.top - 5}>
        {say`q of trajectory ${owner}`}
      </text>
      {roomy && (
        <text
          className="chart-note"
          x={layout.right - 4}
          y={strip.top - 5}
          textAnchor="end"
        >{say`q > 0: the model believes it is solved`}</text>
      )}
    </>
  );
}
