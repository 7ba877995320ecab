import { memo } from "react";
import { AxisLeft } from "../plot/Axes";
import { PowerOfTen } from "../plot/PowerOfTen";
import { decadeTicks } from "../plot/ticks";
import { timeTicks } from "./domain";
import { type Plot, qOf, xOf, yOf } from "./plot";

export interface ResidualAxesProps {
  readonly plot: Plot;
  readonly depth: number;
  readonly tolerance: number;
  /** Iteration at which path noise ends, 0 for never. */
  readonly coolAt: number;
  /** Name of the trajectory whose q and cycles are shown. */
  readonly owner: string;
}

/** Everything of the chart that stays put while a run streams: grid, labels, tolerance, the frame of q. */
export const ResidualAxes = memo(function ResidualAxes({ plot, depth, tolerance, coolAt, owner }: ResidualAxesProps) {
  return (
    <g>
      <ResidualAxis plot={plot} />
      <TimeAxis plot={plot} depth={depth} />
      <Tolerance plot={plot} tolerance={tolerance} />
      {coolAt > 0 && coolAt < plot.end && <Cooling plot={plot} coolAt={coolAt} />}
      {plot.strip && <QFrame plot={plot} strip={plot.strip} owner={owner} />}
      {plot.band && (
        <text x={plot.left - 8} y={(plot.band.top + plot.band.bottom) / 2 + 4} textAnchor="end">
          cycles
        </text>
      )}
    </g>
  );
});

function ResidualAxis({ plot }: { readonly plot: Plot }) {
  return (
    <>
      <text className="chart-caption" x={0} y={11}>
        residual
      </text>
      <AxisLeft
        frame={plot}
        scale={(decade) => yOf(plot, decade)}
        ticks={decadeTicks(plot.decades, plot.bottom - plot.top, 13)}
        format={(decade) => <PowerOfTen exponent={decade} />}
      />
    </>
  );
}

function TimeAxis({ plot, depth }: { readonly plot: Plot; readonly depth: number }) {
  const { floor } = plot;
  const ticks = timeTicks(plot.end, plot.right - plot.left, 52);
  const more = depth > plot.end;
  // The last label is long where it names the depth too.
  const shown = more ? ticks.filter((k) => k === plot.end || xOf(plot, plot.end) - xOf(plot, k) > 88) : ticks;
  return (
    <>
      <line className="chart-axis" x1={plot.left} x2={plot.right} y1={floor + 0.5} y2={floor + 0.5} />
      {shown.map((k) => (
        <text
          key={k}
          x={xOf(plot, k)}
          y={floor + 16}
          textAnchor={k === plot.end ? "end" : "middle"}
          dx={k === plot.end ? 8 : 0}
        >
          {k === plot.end && more ? `${k} of ${depth}` : k}
        </text>
      ))}
    </>
  );
}

function Tolerance({ plot, tolerance }: { readonly plot: Plot; readonly tolerance: number }) {
  const y = yOf(plot, Math.log10(tolerance));
  const roomy = plot.right - plot.left > 420;
  return (
    <>
      <line className="chart-tolerance" x1={plot.left} x2={plot.right} y1={y} y2={y} />
      {/* At the left: residuals begin high above it, and come down to it towards the right. */}
      <text className="chart-note" x={plot.left + 6} y={y - 4}>
        {roomy ? "tolerance: below this it counts as settled" : "tolerance"}
      </text>
    </>
  );
}

function Cooling({ plot, coolAt }: { readonly plot: Plot; readonly coolAt: number }) {
  const x = xOf(plot, coolAt);
  return (
    <>
      <line className="chart-tolerance" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
      <text className="chart-note" x={x + 4} y={plot.bottom - 5}>
        noise off
      </text>
    </>
  );
}

interface QFrameProps {
  readonly plot: Plot;
  readonly strip: NonNullable<Plot["strip"]>;
  readonly owner: string;
}

function QFrame({ plot, strip, owner }: QFrameProps) {
  const zero = qOf(strip, 0);
  const roomy = plot.right - plot.left > 420;
  const [low, high] = strip.range;
  return (
    <>
      <rect
        className="chart-strip"
        x={plot.left}
        width={plot.right - plot.left}
        y={strip.top}
        height={strip.bottom - strip.top}
      />
      <line className="chart-tolerance" x1={plot.left} x2={plot.right} y1={zero} y2={zero} />
      {zero - strip.top > 14 && (
        <text x={plot.left - 8} y={strip.top + 7} textAnchor="end">
          +{high}
        </text>
      )}
      <text x={plot.left - 8} y={zero + 4} textAnchor="end">
        0
      </text>
      {strip.bottom - zero > 14 && (
        <text x={plot.left - 8} y={strip.bottom} textAnchor="end">
          −{-low}
        </text>
      )}
      <text className="chart-caption" x={0} y={strip.top - 5}>
        q of trajectory {owner}
      </text>
      {roomy && (
        <text className="chart-note" x={plot.right - 4} y={strip.top - 5} textAnchor="end">
          q &gt; 0: the model believes it is solved
        </text>
      )}
    </>
  );
}
