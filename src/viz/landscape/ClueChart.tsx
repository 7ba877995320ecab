import { scaleLinear } from "d3-scale";
import { useRef } from "react";
import type { Landscape } from "../../model/experiments/landscape";
import { countEnds } from "../../model/experiments/landscapeMode";
import { clueCount } from "../../model/tasks/sudoku/grid";
import { useSize } from "../draw/useSize";
import { formatPercent } from "../format";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { frameOf } from "../plot/frame";
import { pointVariable } from "./places";

export interface ClueChartProps {
  /** In the order of their clues, fewest first. */
  readonly landscapes: readonly Landscape[];
  /** Index of the one that is shown beside it. */
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

const GAP = 0.18;

/** How the landscape changes as clues come and go: the shares of the basins of each puzzle, as a bar each. */
export function ClueChart({ landscapes, shown, onShow }: ClueChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const frame = frameOf(size);
  const clues = landscapes.map(({ puzzle }) => clueCount(puzzle));
  const [first = 0] = clues;
  const last = clues.at(-1) ?? first;
  const step = landscapes.length > 1 ? (last - first) / (landscapes.length - 1) : 1;
  const x = scaleLinear([first - step / 2, last + step / 2], [frame.left, frame.right]);
  const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
  const width = Math.max(2, (x(first + step) - x(first)) * (1 - GAP));
  return (
    <div className="plot" ref={host}>
      {size.width > 0 && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <AxisLeft frame={frame} scale={y} ticks={[0, 0.5, 1]} format={formatPercent} label="share of the starts" />
          <AxisBottom frame={frame} scale={x} ticks={clues} label="clues" />
          {landscapes.map((landscape, i) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the slider above does the same by keyboard
            <g key={landscape.puzzle} className="clue-bar" onClick={() => onShow(i)}>
              {stack(landscape).map(({ key, from, to, color }) => (
                <rect
                  key={key}
                  x={x(clues[i] ?? 0) - width / 2}
                  width={width}
                  y={y(to)}
                  height={Math.max(0, y(from) - y(to) - 0.5)}
                  style={{ fill: color }}
                />
              ))}
              {i === shown && (
                <rect
                  className="clue-shown"
                  x={x(clues[i] ?? 0) - width / 2 - 2}
                  width={width + 4}
                  y={frame.top - 2}
                  height={frame.bottom - frame.top + 4}
                />
              )}
            </g>
          ))}
        </svg>
      )}
      <table className="visually-hidden">
        <caption>What the starts come to, by the number of clues</caption>
        <thead>
          <tr>
            <th>clues</th>
            <th>on a solution</th>
            <th>on another settled state</th>
            <th>not settled</th>
            <th>settled states</th>
            <th>solutions there are</th>
          </tr>
        </thead>
        <tbody>
          {landscapes.map((landscape, i) => {
            const ends = countEnds(landscape);
            return (
              <tr key={landscape.puzzle}>
                <th>{clues[i]}</th>
                <td>{ends.correct}</td>
                <td>{ends.spurious}</td>
                <td>{ends.unsettled}</td>
                <td>{landscape.points.length}</td>
                <td>
                  {landscape.solutions.exact ? "" : "at least "}
                  {landscape.solutions.count}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The shares of one bar from the bottom: solutions, other settled states, then what did not settle. */
function stack({ points, done, wandering, broken }: Landscape) {
  const order = [...points.entries()].sort(([, a], [, b]) => Number(b.valid) - Number(a.valid) || b.count - a.count);
  let from = 0;
  const parts = order.map(([i, { count, first }]) => {
    const to = from + count / Math.max(1, done);
    const part = { key: first, from, to, color: `var(${pointVariable(points, i)})` };
    from = to;
    return part;
  });
  const rest = (wandering + broken) / Math.max(1, done);
  const pale = "color-mix(in srgb, var(--outcome-wandering) 35%, var(--surface))";
  return rest > 0 ? [...parts, { key: -1, from, to: from + rest, color: pale }] : parts;
}
