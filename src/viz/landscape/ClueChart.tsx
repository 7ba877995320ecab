import { scaleLinear } from "d3-scale";
import type { GridTag } from "../../model/analysis/gridTags";
import type { Landscape } from "../../model/experiments/landscape";
import { say } from "../../words/say";
import { formatPercent } from "../format";
import { gridVariable } from "../outcome";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";

/** The landscape of a puzzle with some number of clues, and how many of its starts ended where. */
export interface ClueRung {
  readonly landscape: Landscape;
  /** Of each fixed point's grid. */
  readonly tags: readonly (GridTag | null)[];
  readonly clues: number;
  readonly ends: { readonly correct: number; readonly spurious: number; readonly unsettled: number };
}

export interface ClueChartProps {
  /** In the order of their clues, fewest first. */
  readonly rungs: readonly ClueRung[];
  /** Index of the one that is shown beside it. */
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

const GAP = 0.18;

/** How the landscape changes as clues come and go: the shares of the basins of each puzzle, as a bar each. */
export function ClueChart({ rungs, shown, onShow }: ClueChartProps) {
  const clues = rungs.map((rung) => rung.clues);
  const [first = 0] = clues;
  const last = clues.at(-1) ?? first;
  const step = rungs.length > 1 ? (last - first) / (rungs.length - 1) : 1;
  return (
    <Plot table={<ClueTable rungs={rungs} />}>
      {(frame) => {
        const x = scaleLinear([first - step / 2, last + step / 2], [frame.left, frame.right]);
        const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
        const width = Math.max(2, (x(first + step) - x(first)) * (1 - GAP));
        return (
          <>
            <AxisLeft
              frame={frame}
              scale={y}
              ticks={[0, 0.5, 1]}
              format={formatPercent}
              label={say`share of the starts`}
            />
            <AxisBottom frame={frame} scale={x} ticks={clues} label={say`clues`} />
            {rungs.map(({ landscape, tags, clues: at }, i) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the slider above does the same by keyboard
              <g key={landscape.puzzle} className="clue-bar" onClick={() => onShow(i)}>
                {stack(landscape, tags).map(({ key, from, to, color }) => (
                  <rect
                    key={key}
                    x={x(at) - width / 2}
                    width={width}
                    y={y(to)}
                    height={Math.max(0, y(from) - y(to) - 0.5)}
                    style={{ fill: color }}
                  />
                ))}
                {i === shown && (
                  <rect
                    className="clue-shown"
                    x={x(at) - width / 2 - 2}
                    width={width + 4}
                    y={frame.top - 2}
                    height={frame.bottom - frame.top + 4}
                  />
                )}
              </g>
            ))}
          </>
        );
      }}
    </Plot>
  );
}

function ClueTable({ rungs }: { readonly rungs: readonly ClueRung[] }) {
  return (
    <DataTable
      caption={say`What the starts reach, by the number of clues`}
      columns={[
        say`clues`,
        say`on a solution`,
        say`on another settled state`,
        say`not settled`,
        say`settled states`,
        say`solutions there are`,
      ]}
      rows={rungs.map(({ landscape: { points, solutions }, clues, ends }) => [
        clues,
        ends.correct,
        ends.spurious,
        ends.unsettled,
        points.length,
        `${solutions.exact ? "" : say`at least `}${solutions.count}`,
      ])}
    />
  );
}

/** The shares of one bar from the bottom: solutions, other settled states, then what did not settle. */
function stack({ points, done, wandering, broken }: Landscape, tags: ClueRung["tags"]) {
  const order = [...points.entries()].sort(([, a], [, b]) => Number(b.valid) - Number(a.valid) || b.count - a.count);
  let from = 0;
  const parts = order.map(([i, { count, first, valid }]) => {
    const to = from + count / Math.max(1, done);
    const part = { key: first, from, to, color: `var(${gridVariable(valid, tags[i] ?? null)})` };
    from = to;
    return part;
  });
  const rest = (wandering + broken) / Math.max(1, done);
  const pale = "color-mix(in srgb, var(--outcome-wandering) 35%, var(--surface))";
  return rest > 0 ? [...parts, { key: -1, from, to: from + rest, color: pale }] : parts;
}
