import type { GridTag } from "../../model/analysis/gridTags";
import type { KickResult } from "../../model/experiments/kick";
import { GridThumb } from "../board/GridThumb";
import type { RuledGrid } from "../board/geometry";
import { gridVariable, gridWords } from "../outcome";
import "./kick.css";
import { say } from "../../words/say";

export interface KickGridsProps {
  readonly result: KickResult;
  /** Of the grids that the unkicked and the kicked state came to rest on; null where one did not. */
  readonly tags: readonly [home: GridTag | null, kicked: GridTag | null];
  readonly grid: RuledGrid;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  /** What a cell is called where space is short, e.g. "r2c5". */
  readonly cellName: (cell: number) => string;
}

/** What the unkicked and the kicked state decode to in the end, side by side, with the cells that differ in colour. */
export function KickGrids({ result, tags, grid, givens, cellName }: KickGridsProps) {
  const [home, kicked] = [result.homeEnding.digits, result.kickedEnding.digits];
  const differing = [...home.keys()].filter((cell) => home[cell] !== kicked[cell]);
  if (differing.length === 0) return null;
  return (
    <div className="kick-grids">
      <figure>
        <GridThumb
          digits={home}
          grid={grid}
          givens={givens}
          against={kicked}
          color={colorOf(tags[0], "--muted")}
          size={64}
        />
        <figcaption>{say`unkicked${gridWords(tags[0])}`}</figcaption>
      </figure>
      <figure>
        <GridThumb
          digits={kicked}
          grid={grid}
          givens={givens}
          against={home}
          color={colorOf(tags[1], "--accent")}
          size={64}
        />
        <figcaption>{say`kicked${gridWords(tags[1])}`}</figcaption>
      </figure>
      <p className="fine">
        {differing
          .slice(0, SHOWN)
          .map((cell) => `${cellName(cell)}: ${home[cell]} → ${kicked[cell]}`)
          .join(", ")}
        {differing.length > SHOWN && say`, and ${differing.length - SHOWN} more`}
      </p>
    </div>
  );
}

/** The hue of a grid with a letter, as everywhere. */
function colorOf(tag: GridTag | null, otherwise: `--${string}`): `--${string}` {
  return tag?.letter ? gridVariable(tag.hue !== null, tag) : otherwise;
}

const SHOWN = 6;
