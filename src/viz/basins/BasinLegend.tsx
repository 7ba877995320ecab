import type { GridTag } from "../../model/analysis/gridTags";
import type { BasinMap } from "../../model/experiments/basins";
import { say } from "../../words/say";
import { formatPercent } from "../format";
import { OutcomeMark } from "../list/OutcomeMark";
import { DataTable } from "../plot/DataTable";
import { spread } from "./paint";
import { BROKEN, WANDERING } from "./pixels";

/** Basins in the legend; the rest are counted together. */
const MOST = 8;

export interface BasinLegendProps {
  readonly map: BasinMap;
  /** Of each basin's grid. */
  readonly tags: readonly (GridTag | null)[];
}

/** What the hues are, with the share of the pixels run so far, and what the shades mean; a table of all for screen readers. */
export function BasinLegend({ map, tags }: BasinLegendProps) {
  const { basins, done } = map;
  const count = (what: number) => map.basin.filter((basin) => basin === what).length;
  const rows = basins.map((basin, i) => ({
    key: i,
    outcome: basin.valid ? ("settled-valid" as const) : ("settled-other" as const),
    tag: tags[i] ?? null,
    words: basin.valid ? "valid" : say`not valid`,
    count: basin.count,
    digits: basin.digits.join(""),
  }));
  const shown = [...rows].sort((a, b) => b.count - a.count).slice(0, MOST);
  const rest = rows.length - shown.length;
  const [wandering, broken] = [count(WANDERING), count(BROKEN)];
  const [fast, slow] = spread(map);
  const share = (part: number) => formatPercent(part / Math.max(1, done));
  return (
    <div className="map-legend">
      <ul aria-hidden="true">
        {shown.map((row) => (
          <li key={row.key}>
            <OutcomeMark outcome={row.outcome} grid={row.tag} size={14} />
            {row.tag?.letter ? "" : row.words}
            <b>{share(row.count)}</b>
          </li>
        ))}
        {rest > 0 && <li>{say`and ${rest} more`}</li>}
        {wandering > 0 && (
          <li>
            <OutcomeMark outcome="wandering" />
            {say`did not settle`}
            <b>{share(wandering)}</b>
          </li>
        )}
        {broken > 0 && (
          <li>
            <OutcomeMark outcome="broken" />
            {say`broken`}
            <b>{share(broken)}</b>
          </li>
        )}
      </ul>
      <p>{basins.length > 0 && say`strong: settled in ${fast} iterations, faint: in ${slow}`}</p>
      <DataTable
        caption={say`Settled states of this square and the share of its ${done} starts that reach them`}
        columns={[say`grid`, say`starts`, say`share`, say`decodes to`]}
        rows={[
          ...rows.map((row) => [
            row.tag?.letter ? `${row.tag.letter}, ${row.words}` : row.words,
            row.count,
            share(row.count),
            row.digits,
          ]),
          [say`did not settle`, wandering + broken, share(wandering + broken)],
        ]}
      />
    </div>
  );
}
