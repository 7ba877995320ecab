import { scaleLog, scaleSymlog } from "d3-scale";
import type { DifficultyBand } from "../../model/evaluate/difficulty";
import { say } from "../../words/say";
import { formatPercent } from "../format";
import { OUTCOMES } from "../outcome";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";

/** A puzzle: the guesses it needs, the iterations it took, and whether it came out right. */
export interface DifficultyPoint {
  readonly guesses: number;
  readonly iterations: number;
  readonly solved: boolean;
}

export interface DifficultyChartProps {
  readonly points: readonly DifficultyPoint[];
  /** The same by bands, for the table. */
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
  const hardest = Math.max(20, ...points.map(({ guesses }) => guesses));
  const [solved, unsolved] = [points.filter((point) => point.solved), points.filter((point) => !point.solved)];
  const some = points.length > 0;
  return (
    <Plot margin={{ right: 18 }} empty={!some && empty} table={some && <BandTable bands={bands} />}>
      {(frame) => {
        const x = scaleSymlog([0, hardest], [frame.left + 8, frame.right]).constant(2);
        const y = scaleLog([1, Math.max(2, depth)], [frame.bottom - 4, frame.top]);
        const dot = (p: DifficultyPoint) => `M${x(p.guesses).toFixed(1)},${y(p.iterations).toFixed(1)}h0`;
        const triangle = (p: DifficultyPoint) =>
          `M${(x(p.guesses) - 3.5).toFixed(1)},${(y(p.iterations) + 3).toFixed(1)}h7l-3.5,-6z`;
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={powersUpTo(depth)} label={say`iterations to the end`} />
            <AxisBottom
              frame={frame}
              scale={x}
              ticks={GUESSES.filter((guesses) => guesses <= hardest)}
              label={say`guesses a classical solver needs`}
            />
            <path className="plot-dots" d={solved.map(dot).join("")} stroke={`var(${SOLVED})`} />
            <path d={unsolved.map(triangle).join("")} fill={`var(${UNSOLVED})`} opacity={0.8} />
            {some && (
              <text className="plot-note" x={frame.right} y={12} textAnchor="end">
                <tspan fill={`var(${SOLVED})`}>{say`● solved`}</tspan>{" "}
                <tspan fill={`var(${UNSOLVED})`}>{say`▲ not solved`}</tspan>
              </text>
            )}
          </>
        );
      }}
    </Plot>
  );
}

function powersUpTo(depth: number): number[] {
  const powers = [1];
  while ((powers.at(-1) ?? 1) * 4 <= depth) powers.push((powers.at(-1) ?? 1) * 4);
  return powers;
}

function BandTable({ bands }: { readonly bands: readonly DifficultyBand[] }) {
  return (
    <DataTable
      caption={say`Iterations against difficulty`}
      columns={[say`guesses`, say`puzzles`, say`solved`, say`median iterations`]}
      rows={bands.map(({ from, to, solved, medianIterations }) => [
        from === to ? from : Number.isFinite(to) ? say`${from} to ${to}` : say`${from} or more`,
        solved.n,
        formatPercent(solved.share),
        medianIterations,
      ])}
    />
  );
}
