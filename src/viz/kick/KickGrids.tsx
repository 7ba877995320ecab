import type { KickResult } from "../../model/experiments/kick";
import { GridThumb } from "../landscape/GridThumb";
import "./kick.css";

export interface KickGridsProps {
  readonly result: KickResult;
  readonly puzzle: string;
}

/** What the unkicked and the kicked state decode to in the end, side by side, with the cells that differ in colour. */
export function KickGrids({ result, puzzle }: KickGridsProps) {
  const [home, kicked] = [result.homeEnding.digits, result.kickedEnding.digits];
  const differing = [...home.keys()].filter((cell) => home[cell] !== kicked[cell]);
  if (differing.length === 0) return null;
  return (
    <div className="kick-grids">
      <figure>
        <GridThumb digits={home} puzzle={puzzle} against={kicked} color="var(--muted)" size={64} />
        <figcaption>unkicked</figcaption>
      </figure>
      <figure>
        <GridThumb digits={kicked} puzzle={puzzle} against={home} color="var(--accent)" size={64} />
        <figcaption>kicked</figcaption>
      </figure>
      <p className="fine">
        {differing
          .slice(0, SHOWN)
          .map((cell) => `r${Math.floor(cell / 9) + 1}c${(cell % 9) + 1}: ${home[cell]} → ${kicked[cell]}`)
          .join(", ")}
        {differing.length > SHOWN && `, and ${differing.length - SHOWN} more`}
      </p>
    </div>
  );
}

const SHOWN = 6;
