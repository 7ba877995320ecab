import type { Landscape } from "../../model/experiments/landscape";
import { formatPercent } from "../format";
import { gridLetter, OUTCOMES } from "../outcome";
import { Plot } from "../plot/Plot";
import { shapePath } from "../shape";
import { nodesOf, type PlacedPoint, pointVariable, shortestTree } from "./places";
import "./landscape.css";

export interface LandscapeGraphProps {
  readonly landscape: Landscape | null;
  readonly empty: string;
  /** Index of the fixed point that is pointed out. */
  readonly chosen: number | null;
  readonly onChoose: (point: number | null) => void;
}

/**
 * The fixed points of a puzzle: as large as their share of the starts, as far apart as their states, joined to their
 * nearest. The table beside it says the same to screen readers.
 */
export function LandscapeGraph({ landscape, empty, chosen, onChoose }: LandscapeGraphProps) {
  const points = landscape?.points ?? [];
  const nothing = landscape && points.length === 0 ? "No start has settled: there is no fixed point to draw." : empty;
  const known = landscape && points.length > 0;
  return (
    <Plot
      className="landscape-graph"
      empty={!known && nothing}
      table={
        landscape &&
        points.length > 2 && (
          <p className="landscape-note">
            Numbers are distances of the states (root mean square); a plane shows {formatPercent(landscape.kept)} of
            their spread.
          </p>
        )
      }
    >
      {(size) =>
        known && <Nodes landscape={landscape} nodes={nodesOf(landscape, size)} chosen={chosen} onChoose={onChoose} />
      }
    </Plot>
  );
}

interface NodesProps extends Pick<LandscapeGraphProps, "chosen" | "onChoose"> {
  readonly landscape: Landscape;
  readonly nodes: readonly PlacedPoint[];
}

function Nodes({ landscape, nodes, chosen, onChoose }: NodesProps) {
  const { points, distances, done } = landscape;
  const tree = shortestTree(distances, points.length);
  const labelled = tree.length <= 12;
  return (
    <>
      {tree.map(([a, b]) => {
        const [from, to] = [nodes[a], nodes[b]];
        if (!from || !to) return null;
        const distance = distances[a * points.length + b] ?? 0;
        return (
          <g key={`${a} ${b}`} className="landscape-edge">
            <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
            {labelled && (
              <text x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - 4} textAnchor="middle">
                {distance.toFixed(2)}
              </text>
            )}
          </g>
        );
      })}
      {nodes.map(({ x, y, radius }, i) => {
        const { shape } = OUTCOMES[points[i]?.valid ? "settled-valid" : "settled-other"];
        const share = (points[i]?.count ?? 0) / Math.max(1, done);
        return (
          <g
            key={points[i]?.first}
            className="landscape-node"
            transform={`translate(${x} ${y})`}
            data-chosen={i === chosen || undefined}
            onPointerEnter={() => onChoose(i)}
            onPointerLeave={() => onChoose(null)}
          >
            <path d={shapePath(shape, radius)} style={{ fill: `var(${pointVariable(points, i)})` }} />
            <text textAnchor="middle" y={4}>
              {gridLetter(i)}
            </text>
            {points.length <= 12 && (
              <text className="landscape-share" textAnchor="middle" y={radius + 14}>
                {formatPercent(share)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
