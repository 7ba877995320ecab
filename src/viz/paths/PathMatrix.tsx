import { useRef } from "react";
import { SAME_POINT } from "../../model/experiments/landscape";
import type { PathResult } from "../../model/experiments/pathIndependence";
import { useSize } from "../draw/useSize";

const LABEL = 16;

/** Distances of where the starts ended, every start against every other: blocks are starts that came to the same state. */
export function PathMatrix({ result }: { readonly result: PathResult }) {
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host);
  const n = result.ends.length;
  const side = Math.max(0, Math.min(width, height - 2 * LABEL));
  const cell = side / Math.max(1, n);
  const left = (width - side) / 2;
  // What counts as the same state stays pale, however close together all ends are.
  const most = Math.max(10 * SAME_POINT, ...result.distances);
  return (
    <div className="plot" ref={host}>
      {side > 0 && (
        <svg width={width} height={height} aria-hidden="true">
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
        </svg>
      )}
    </div>
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
