import type { KickResult } from "../../model/experiments/kick";
import { GridThumb } from "../board/GridThumb";
import type { RuledGrid } from "../board/geometry";
import "./kick.css";

export interface KickGridsProps {
  readonly result: KickResult;
  readonly grid: RuledGrid;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  /** What a cell is called where space is short, e.g. "r2c5". */
  readonly cellName: (cell: number) => string;
}

/** What the unkicked and the kicked state decode to in the end, side by side, with the cells that differ in colour. */
export function KickGrids({ result, grid, givens, cellName }: KickGridsProps) {
  const [home, kicked] = [result.homeEnding.digits, result.kickedEnding.digits];
  const differing = [...home.keys()].filter((cell) => home[cell] !== kicked[cell]);
  if (differing.length === 0) return null;
  return (
    <div className="kick-grids">
      <figure>
        <GridThumb digits={home} grid={grid} givens={givens} against={kicked} color="--muted" size={64} />
        <figcaption>unkicked</figcaption>
      </figure>
      <figure>
        <GridThumb digits={kicked} grid={grid} givens={givens} against={home} color="--accent" size={64} />
        <figcaption>kicked</figcaption>
      </figure>
      <p className="fine">
        {differing
          .slice(0, SHOWN)
          .map((cell) => `${cellName(cell)}: ${home[cell]} → ${kicked[cell]}`)
          .join(", ")}
        {differing.length > SHOWN && `, and ${differing.length - SHOWN} more`}
      </p>
    </div>
  );
}

const SHOWN = 6;
