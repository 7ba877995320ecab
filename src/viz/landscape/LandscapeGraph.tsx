import type { GridTag } from "../../model/analysis/gridTags";
import type { Landscape } from "../../model/experiments/landscape";
import type { Size } from "../draw/useSize";
import { formatPercent } from "../format";
import { gridVariable, OUTCOMES } from "../outcome";
import { Plot } from "../plot/Plot";
import { shapePath } from "../shape";
import { type LabelBox, placeLabels, textBox } from "./labels";
import { nodesOf, type PlacedPoint, shortestTree } from "./places";
import "./landscape.css";
import { fixed, say } from "../../words/say";

export interface LandscapeGraphProps {
  readonly landscape: Landscape | null;
  /** Of each fixed point's grid. */
  readonly tags: readonly (GridTag | null)[];
  readonly empty: string;
  /** Index of the fixed point that is pointed out. */
  readonly chosen: number | null;
  readonly onChoose: (point: number | null) => void;
}

/**
 * The fixed points of a puzzle: as large as their share of the starts, as far apart as their states, joined to their
 * nearest. The table beside it says the same to screen readers.
 */
export function LandscapeGraph({ landscape, tags, empty, chosen, onChoose }: LandscapeGraphProps) {
  const points = landscape?.points ?? [];
  const nothing =
    landscape && points.length === 0 ? say`No start has settled: there is no fixed point to draw.` : empty;
  const known = landscape && points.length > 0;
  return (
    <Plot className="landscape-graph" empty={!known && nothing}>
      {(size) =>
        known && (
          <Nodes
            landscape={landscape}
            tags={tags}
            nodes={nodesOf(landscape, size)}
            size={size}
            chosen={chosen}
            onChoose={onChoose}
          />
        )
      }
    </Plot>
  );
}

interface NodesProps extends Pick<LandscapeGraphProps, "tags" | "chosen" | "onChoose"> {
  readonly landscape: Landscape;
  readonly nodes: readonly PlacedPoint[];
  readonly size: Size;
}

function Nodes({ landscape, tags, nodes, size, chosen, onChoose }: NodesProps) {
  const { points, distances, done } = landscape;
  const edges = shortestTree(distances, points.length).flatMap(([a, b]) => {
    const [from, to] = [nodes[a], nodes[b]];
    return from && to ? [{ key: `${a} ${b}`, from, to, text: fixed(distances[a * points.length + b] ?? 0, 2) }] : [];
  });
  const shareOf = (i: number) => formatPercent((points[i]?.count ?? 0) / Math.max(1, done));
  // Shares first: what does not fit beside them is in the table.
  const labels = placeLabels(
    [
      ...nodes.map((node, i) => sharePlaces(node, shareOf(i))),
      ...edges.map(({ from, to, text }) => [textBox((from.x + to.x) / 2, (from.y + to.y) / 2, text)]),
    ],
    nodes.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })),
    size,
  );
  return (
    <>
      {edges.map(({ key, from, to, text }, i) => {
        const label = labels[nodes.length + i];
        return (
          <g key={key} className="landscape-edge">
            <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            {label && <Label box={label} text={text} />}
          </g>
        );
      })}
      {nodes.map(({ x, y, radius }, i) => {
        const point = points[i];
        const { shape } = OUTCOMES[point?.valid ? "settled-valid" : "settled-other"];
        const tag = tags[i] ?? null;
        const label = labels[i];
        return (
          <g
            key={point?.first}
            className="landscape-node"
            data-chosen={i === chosen || undefined}
            onPointerEnter={() => onChoose(i)}
            onPointerLeave={() => onChoose(null)}
          >
            <g transform={`translate(${x} ${y})`}>
              <path d={shapePath(shape, radius)} style={{ fill: `var(${gridVariable(point?.valid ?? false, tag)})` }} />
              <text textAnchor="middle" y={4}>
                {tag?.letter}
              </text>
            </g>
            {label && <Label box={label} text={shareOf(i)} className="landscape-share" />}
          </g>
        );
      })}
    </>
  );
}

/** Below the point, above it, or beside it. */
function sharePlaces({ x, y, radius }: PlacedPoint, text: string): LabelBox[] {
  const { right, left } = textBox(0, 0, text);
  const half = (right - left) / 2;
  return [
    textBox(x, y + radius + 9, text),
    textBox(x, y - radius - 9, text),
    textBox(x + radius + half + 3, y, text),
    textBox(x - radius - half - 3, y, text),
  ];
}

interface LabelProps {
  readonly box: LabelBox;
  readonly text: string;
  readonly className?: string;
}

function Label({ box, text, className }: LabelProps) {
  return (
    <text className={className} textAnchor="middle" x={(box.left + box.right) / 2} y={(box.top + box.bottom) / 2 + 4}>
      {text}
    </text>
  );
}
