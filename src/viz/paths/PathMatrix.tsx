import type { PathResult } from "../../model/experiments/pathIndependence";
import { Plot } from "../plot/Plot";
import "./paths.css";

export interface PathMatrixProps {
  readonly result: PathResult;
  /** Ends closer than this are the same state: they stay pale, however close together all ends are. */
  readonly same: number;
}

const LABEL = 16;

/** Distances of where the starts ended, every start against every other: blocks are starts that reached the same state. */
export function PathMatrix({ result, same }: PathMatrixProps) {
  const n = result.ends.length;
  const most = Math.max(10 * same, ...result.distances);
  return (
    <Plot>
      {({ width, height }) => {
        const side = Math.max(0, Math.min(width, height - 2 * LABEL));
        const cell = side / Math.max(1, n);
        const left = (width - side) / 2;
        return (
          side > 0 && (
            <>
              <text className="plot-caption" x={left} y={11}>
                distance of the ends
              </text>
              {Array.from(result.distances, (distance, i) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place in the matrix
                  key={i}
                  x={left + (i % n) * cell}
                  y={LABEL + Math.floor(i / n) * cell}
                  width={cell + 0.3}
                  height={cell + 0.3}
                  style={{ fill: shadeOf(distance / most) }}
                />
              ))}
              {blocksOf(result).map(({ from, to }) => (
                <rect
                  key={from}
                  className="path-block"
                  x={left + from * cell}
                  y={LABEL + from * cell}
                  width={(to - from) * cell}
                  height={(to - from) * cell}
                />
              ))}
              <text x={left} y={LABEL + side + 13}>
                faint: the same end
              </text>
              <text x={left + side} y={LABEL + side + 13} textAnchor="end">
                strong: {most.toFixed(2)} apart
              </text>
            </>
          )
        );
      }}
    </Plot>
  );
}

/** Stretches of starts with the same settled state. */
function blocksOf({ ends }: Pick<PathResult, "ends">): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = [];
  ends.forEach(({ group }, i) => {
    const open = blocks.at(-1);
    if (open && group >= 0 && open.to === i && ends[i - 1]?.group === group) open.to = i + 1;
    else if (group >= 0) blocks.push({ from: i, to: i + 1 });
  });
  return blocks;
}

function shadeOf(share: number): string {
  return `color-mix(in oklab, var(--accent) ${Math.round(6 + 94 * Math.min(1, share))}%, var(--surface))`;
}
