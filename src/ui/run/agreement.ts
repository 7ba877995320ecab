import { SELECTS, type Select, type Selections } from "../../model/eqr/recipe/selection";
import { gridKeyAt, type RunRecord } from "../../model/eqr/record/record";
import { capitalized } from "../../viz/format";
import { say } from "../../words/say";

/** What a rule is called on the page. */
export const RULE_NAMES: Readonly<Record<Select, string>> = { residual: say`residual`, q: "q", vote: say`votes` };

/** The trajectory that a rule chooses. */
export interface Choice {
  readonly rule: Select;
  readonly trajectory: number;
  /** Rules with the same number choose the same decoded grid. */
  readonly grid: number;
}

/** What each rule chooses at iteration k; nothing while there is nothing to choose by. */
export function choicesAt(record: RunRecord, k: number, selections: Selections): Choice[] {
  if (k === 0) return [];
  const grids: string[] = [];
  return SELECTS.flatMap((rule): Choice[] => {
    const [trajectory] = selections.orders[rule];
    if (trajectory === undefined) return [];
    const key = gridKeyAt(record, trajectory, k);
    if (!grids.includes(key)) grids.push(key);
    return [{ rule, trajectory, grid: grids.indexOf(key) }];
  });
}

/** Whether the rules agree, in a sentence. It compares grids: two starts at the same grid are one choice. */
export function agreement(choices: readonly Choice[]): string {
  const [first, second, third] = choices;
  if (!first || !second || !third) return "";
  const names = (some: readonly Choice[]) => some.map(({ rule }) => RULE_NAMES[rule]).join(say` and `);
  const together = [
    [first, second, third],
    [second, third, first],
    [first, third, second],
  ] as const;
  if (first.grid === second.grid && second.grid === third.grid) return say`All three rules choose the same grid.`;
  for (const [a, b, other] of together)
    if (a.grid === b.grid) return say`${capitalized(names([a, b]))} choose the same grid, ${names([other])} another.`;
  return say`The three rules choose three different grids.`;
}
