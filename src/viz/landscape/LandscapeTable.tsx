import type { GridTag } from "../../model/analysis/gridTags";
import type { Share } from "../../model/analysis/wilson";
import type { Landscape } from "../../model/experiments/landscape";
import { fixed, say } from "../../words/say";
import { GridThumb } from "../board/GridThumb";
import type { RuledGrid } from "../board/geometry";
import { formatPercent, formatQ } from "../format";
import { OutcomeMark } from "../list/OutcomeMark";
import { ResidualText } from "../list/ResidualText";
import { gridVariable } from "../outcome";

export interface LandscapeTableProps {
  readonly landscape: Landscape;
  /** Of each fixed point's grid. */
  readonly tags: readonly (GridTag | null)[];
  readonly grid: RuledGrid;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  /** The share of a count in n, with its 95 % interval. */
  readonly shareOf: (count: number, n: number) => Share;
  readonly chosen: number | null;
  readonly onChoose: (point: number | null) => void;
  /** Runs the start that settled on a point first. */
  readonly onRun: (start: number) => void;
}

/** Rows at most; a puzzle with few clues may have a fixed point for every start. */
const MOST = 40;

/** The fixed points found, with the share of the starts that settled on each, and those that settled on none. */
export function LandscapeTable(props: LandscapeTableProps) {
  const { landscape, tags, grid, givens, shareOf, chosen, onChoose, onRun } = props;
  const { points, done, distances, wandering, broken } = landscape;
  const several = points.length > 1;
  const reference = referenceOf(tags);
  const against = points[reference] ?? null;
  const name = tags[reference]?.letter ?? say`the first`;
  const nearest = (i: number) =>
    Math.min(...points.map((_, j) => (j === i ? Number.POSITIVE_INFINITY : (distances[i * points.length + j] ?? 0))));
  return (
    <table className="landscape-table">
      <caption className="visually-hidden">{say`Settled states of ${done} starts`}</caption>
      <thead>
        <tr>
          <th scope="col">{say`state`}</th>
          <th scope="col" className="landscape-differs">
            {several ? say`cells that differ from ${name}` : say`grid`}
          </th>
          <th scope="col">{say`starts`}</th>
          <th scope="col">{say`share, 95 %`}</th>
          <th scope="col">{say`iterations`}</th>
          <th scope="col">{say`residual`}</th>
          <th scope="col">q</th>
          <th scope="col">{say`nearest`}</th>
        </tr>
      </thead>
      <tbody>
        {points.slice(0, MOST).map((point, i) => (
          <tr
            key={point.first}
            data-chosen={i === chosen || undefined}
            onPointerEnter={() => onChoose(i)}
            onPointerLeave={() => onChoose(null)}
          >
            <th scope="row">
              <button type="button" className="landscape-run" onClick={() => onRun(point.first)}>
                <OutcomeMark
                  outcome={point.valid ? "settled-valid" : "settled-other"}
                  grid={tags[i] ?? null}
                  size={16}
                />
                <span className="visually-hidden">{tags[i]?.letter && `${tags[i].letter}, `}</span>
                {point.valid ? say`valid` : say`not valid`}
                <span className="visually-hidden">{say`: run the start that settled on it first`}</span>
              </button>
            </th>
            <td>
              {several && against?.digits.every((digit, cell) => digit === point.digits[cell]) ? (
                <span className="fine">{i === reference ? say`reference` : say`no cell`}</span>
              ) : (
                <GridThumb
                  digits={point.digits}
                  grid={grid}
                  givens={givens}
                  against={against?.digits ?? null}
                  color={gridVariable(point.valid, tags[i] ?? null)}
                />
              )}
              <span className="visually-hidden"> {point.digits.join("")}</span>
            </td>
            <td>{point.count}</td>
            <td>{interval(shareOf(point.count, done))}</td>
            <td>{Math.round(point.iterations)}</td>
            <td>
              <ResidualText value={point.residual} />
            </td>
            <td>{formatQ(point.q)}</td>
            <td>{several ? fixed(nearest(i), 2) : "–"}</td>
          </tr>
        ))}
        {points.length > MOST && (
          <tr>
            <th scope="row" colSpan={8}>{say`and ${points.length - MOST} more`}</th>
          </tr>
        )}
        {wandering + broken > 0 && (
          <tr>
            <th scope="row">
              <OutcomeMark outcome="wandering" /> {say`did not settle`}
            </th>
            <td />
            <td>{wandering + broken}</td>
            <td>{interval(shareOf(wandering + broken, done))}</td>
            <td colSpan={4} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The fixed point that the others are compared with: the grid whose letter comes first. */
function referenceOf(tags: readonly (GridTag | null)[]): number {
  const numbers = tags.map((tag) => tag?.number ?? Number.POSITIVE_INFINITY);
  return Math.max(0, numbers.indexOf(Math.min(...numbers)));
}

function interval({ share, low, high }: Share): string {
  return `${formatPercent(share)} (${Math.round(100 * low)}–${Math.round(100 * high)} %)`;
}
