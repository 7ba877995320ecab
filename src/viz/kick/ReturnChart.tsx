import { scaleLinear, scaleLog } from "d3-scale";
import type { Returns } from "../../model/analysis/radius";
import { say } from "../../words/say";
import { formatPercent } from "../format";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";
import { linePath } from "../plot/path";

export interface ReturnChartProps {
  readonly returns: Returns;
  /** Caption of the size's axis. */
  readonly across: string;
  readonly title: string;
  readonly empty: string;
  readonly format: (size: number) => string;
}

/** Share of cases that come back against the size of what was done to them, with Wilson intervals and the halfway size. */
export function ReturnChart({ returns, across, title, empty, format }: ReturnChartProps) {
  const { sizes, shares, halfway, curve } = returns;
  const [low, high] = [Math.min(...sizes, 1), Math.max(...sizes, 1)];
  const [least, most] = [low / 1.15, high * 1.15];
  if (shares.length === 0) return <Plot empty={empty} />;
  return (
    <Plot
      table={
        <DataTable
          caption={title}
          columns={[across, say`share`, say`95 % interval`, say`of`]}
          rows={shares.map((of) => [
            format(of.size),
            formatPercent(of.share),
            say`${formatPercent(of.low)} to ${formatPercent(of.high)}`,
            of.n,
          ])}
        />
      }
    >
      {(frame) => {
        const x = scaleLog([least, Math.max(most, low * 1.4)], [frame.left, frame.right]);
        const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
        const every = Math.max(1, Math.ceil((sizes.length * 34) / Math.max(1, frame.right - frame.left)));
        const ticks = sizes.filter((_, i) => (sizes.length - 1 - i) % every === 0);
        const steps = Array.from({ length: STEPS + 1 }, (_, i) => low * (high / low) ** (i / STEPS));
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={[0, 0.25, 0.5, 0.75, 1]} format={formatPercent} label={title} />
            <AxisBottom frame={frame} scale={x} ticks={ticks} format={format} label={across} />
            {halfway?.kind === "at" && (
              <>
                <rect
                  className="plot-band"
                  x={x(Math.max(least, halfway.low ?? 0))}
                  width={Math.max(0, x(Math.min(most, halfway.high ?? most)) - x(Math.max(least, halfway.low ?? 0)))}
                  y={frame.top}
                  height={frame.bottom - frame.top}
                />
                <line
                  className="plot-rule"
                  x1={x(halfway.size)}
                  x2={x(halfway.size)}
                  y1={frame.top}
                  y2={frame.bottom}
                />
                <path
                  className="plot-line"
                  stroke="var(--line-strong)"
                  d={linePath(steps.map((step) => [x(step), y(curve(step))]))}
                />
              </>
            )}
            {shares.map(({ size, share, low: under, high: over }) => (
              <g key={size} stroke="var(--accent)" strokeWidth={1.5}>
                <line x1={x(size)} x2={x(size)} y1={y(under)} y2={y(over)} />
                <circle cx={x(size)} cy={y(share)} r={3.5} fill="var(--accent)" stroke="var(--surface)" />
              </g>
            ))}
          </>
        );
      }}
    </Plot>
  );
}

/** Pieces of the fitted curve. */
const STEPS = 80;
