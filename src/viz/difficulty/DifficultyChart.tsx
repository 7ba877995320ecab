import { scaleLog, scaleSymlog } from "d3-scale";
import { useRef } from "react";
import type { DifficultyBand } from "../../model/evaluate/difficulty";
import { useSize } from "../draw/useSize";
import { formatPercent } from "../format";
import { OUTCOMES } from "../outcome";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { frameOf } from "../plot/frame";

/** A puzzle: the guesses it needs, the iterations it took, and whether it came out right. */
export interface DifficultyPoint {
  readonly guesses: number;
  readonly iterations: number;
  readonly solved: boolean;
}

export interface DifficultyChartProps {
  readonly points: readonly DifficultyPoint[];
  /** The same by bands, for voices. */
  readonly bands: readonly DifficultyBand[];
  /** Iterations at most. */
  readonly depth: number;
  readonly empty: string;
}

const GUESSES = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000];
const SOLVED = OUTCOMES["settled-valid"].variable;
const UNSOLVED = OUTCOMES.wandering.variable;

/** How many iterations a puzzle took against how hard a propagating solver finds it. */
export function DifficultyChart({ points, bands, depth, empty }: DifficultyChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const frame = frameOf(size, { right: 18 });
  const hardest = Math.max(20, ...points.map(({ guesses }) => guesses));
  const x = scaleSymlog([0, hardest], [frame.left + 8, frame.right]).constant(2);
  const y = scaleLog([1, Math.max(2, depth)], [frame.bottom - 4, frame.top]);
  const [solved, unsolved] = [points.filter((point) => point.solved), points.filter((point) => !point.solved)];
  const dots = (some: readonly DifficultyPoint[]) =>
    some.map((p) => `M${x(p.guesses).toFixed(1)},${y(p.iterations).toFixed(1)}h0`).join("");
  const crosses = (some: readonly DifficultyPoint[]) =>
    some.map((p) => `M${(x(p.guesses) - 3.5).toFixed(1)},${(y(p.iterations) + 3).toFixed(1)}h7l-3.5,-6z`).join("");
  return (
    <div className="plot" ref={host}>
      {size.width > 0 && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <AxisLeft frame={frame} scale={y} ticks={powersUpTo(depth)} label="iterations to the end" />
          <AxisBottom
            frame={frame}
            scale={x}
            ticks={GUESSES.filter((guesses) => guesses <= hardest)}
            label="guesses a propagating solver needs"
          />
          <path className="plot-dots" d={dots(solved)} stroke={`var(${SOLVED})`} />
          <path d={crosses(unsolved)} fill={`var(${UNSOLVED})`} opacity={0.8} />
          {points.length > 0 && (
            <text className="plot-note" x={frame.right} y={12} textAnchor="end">
              <tspan fill={`var(${SOLVED})`}>● solved</tspan> <tspan fill={`var(${UNSOLVED})`}>▲ not solved</tspan>
            </text>
          )}
        </svg>
      )}
      {points.length > 0 ? <BandTable bands={bands} /> : <p className="plot-empty">{empty}</p>}
    </div>
  );
}

function powersUpTo(depth: number): number[] {
  const powers = [1];
  while ((powers.at(-1) ?? 1) * 4 <= depth) powers.push((powers.at(-1) ?? 1) * 4);
  return powers;
}

function BandTable({ bands }: { readonly bands: readonly DifficultyBand[] }) {
  return (
    <table className="visually-hidden">
      <caption>Iterations against difficulty</caption>
      <thead>
        <tr>
          <th>guesses</th>
          <th>puzzles</th>
          <th>solved</th>
          <th>median iterations</th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, to, solved, medianIterations }) => (
          <tr key={from}>
            <th>{from === to ? from : Number.isFinite(to) ? `${from} to ${to}` : `${from} or more`}</th>
            <td>{solved.n}</td>
            <td>{formatPercent(solved.share)}</td>
            <td>{medianIterations}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
