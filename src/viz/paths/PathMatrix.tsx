import type { GridTag } from "../../model/analysis/gridTags";
import type { PathResult } from "../../model/experiments/pathIndependence";
import { gridVariable } from "../outcome";
import { Plot } from "../plot/Plot";
import "./paths.css";
import { fixed, say } from "../../words/say";

export interface PathMatrixProps {
  readonly result: PathResult;
  /** Of the grid of each end, in their order; null for those that did not settle. */
  readonly tags: readonly (GridTag | null)[];
  /** Ends closer than this are the same state: they stay pale, however close together all ends are. */
  readonly same: number;
}

/** Pixels around the square: its names on the left and below, the scale on the right, the caption above. */
const SPACE = { left: 34, right: 62, top: 34, bottom: 20 } as const;
const STEPS = 24;

/** Distances of where the starts ended, every start against every other: blocks are starts that reached the same state. */
export function PathMatrix({ result, tags, same }: PathMatrixProps) {
  const n = result.ends.length;
  const most = Math.max(10 * same, ...result.distances);
  return (
    <Plot>
      {({ width, height }) => {
        const side = Math.min(width - SPACE.left - SPACE.right, height - SPACE.top - SPACE.bottom);
        if (side <= 0) return null;
        const cell = side / Math.max(1, n);
        const left = SPACE.left + (width - SPACE.left - SPACE.right - side) / 2;
        const { top } = SPACE;
        return (
          <>
            <text
              className="plot-caption"
              x={Math.max(0, left - SPACE.left)}
              y={11}
            >{say`how far apart two starts end`}</text>
            {Array.from(result.distances, (distance, i) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place in the matrix
                key={i}
                x={left + (i % n) * cell}
                y={top + Math.floor(i / n) * cell}
                width={cell + 0.3}
                height={cell + 0.3}
                style={{ fill: shadeOf(distance / most) }}
              />
            ))}
            {blocksOf(result).map(({ from, to }) => (
              <g key={from}>
                <rect
                  className="path-block"
                  x={left + from * cell}
                  y={top + from * cell}
                  width={(to - from) * cell}
                  height={(to - from) * cell}
                />
                <BlockName
                  x={left + ((from + to) / 2) * cell}
                  y={top - 5}
                  room={(to - from) * cell}
                  tag={tags[from] ?? null}
                  valid={result.ends[from]?.valid ?? false}
                />
              </g>
            ))}
            <text x={left + side / 2} y={top + side + 14} textAnchor="middle">{say`start, by where it ended`}</text>
            <text
              transform={`translate(${left - 8} ${top + side / 2}) rotate(-90)`}
              textAnchor="middle"
            >{say`another start`}</text>
            <Scale x={left + side + 12} top={top} height={side} most={most} />
          </>
        );
      }}
    </Plot>
  );
}

interface BlockNameProps {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly tag: GridTag | null;
  readonly valid: boolean;
}

/** The letter of the grid that the starts of a block end on, above it. */
function BlockName({ x, y, room, tag, valid }: BlockNameProps) {
  if (!tag?.letter || room < 9) return null;
  return (
    <text className="path-name" x={x} y={y} textAnchor="middle" style={{ fill: `var(${gridVariable(valid, tag)})` }}>
      {tag.letter}
    </text>
  );
}

interface ScaleProps {
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly most: number;
}

/** What the shades mean, from the same end at the bottom to the ends that are farthest apart. */
function Scale({ x, top, height, most }: ScaleProps) {
  const step = height / STEPS;
  const values = [most, most / 2, 0];
  return (
    <>
      {Array.from({ length: STEPS }, (_, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a step of the scale is its place
          key={i}
          x={x}
          y={top + i * step}
          width={10}
          height={step + 0.3}
          style={{ fill: shadeOf(1 - (i + 0.5) / STEPS) }}
        />
      ))}
      {values.map((value) => (
        <text key={value} x={x + 15} y={Math.min(top + height, top + 8 + (height - 8) * (1 - value / most))}>
          {fixed(value, 2)}
        </text>
      ))}
      <text x={x} y={top - 5}>{say`RMS`}</text>
    </>
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
