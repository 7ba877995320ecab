import type { Digits } from "../../../../model/tasks/sudoku/grid";
import { conflicts, isValidGrid } from "../../../../model/tasks/sudoku/rules";
import { say } from "../../../../words/say";
import type { Work } from "./work";

/** How a game stands. */
export interface Standing {
  /** [81] clues and own digits together. */
  readonly filled: Digits;
  /** Cells without a digit. */
  readonly open: number;
  /** Cells that break a rule. */
  readonly broken: ReadonlySet<number>;
  /** Full, and no rule broken. */
  readonly finished: boolean;
  /** By value from 1, how many of it are still to be placed. */
  readonly left: readonly number[];
}

export function standingOf(givens: Digits, work: Work): Standing {
  const filled = filledOf(givens, work);
  const counts = Array.from({ length: 9 }, (_, i) => filled.filter((digit) => digit === i + 1).length);
  return {
    filled,
    open: filled.filter((digit) => digit === 0).length,
    broken: new Set(conflicts(filled).flatMap(({ cells }) => cells)),
    finished: isValidGrid(filled),
    left: counts.map((count) => Math.max(0, 9 - count)),
  };
}

/** Clues, and own digits where there are none. */
function filledOf(givens: Digits, work: Work): Digits {
  return givens.map((given, cell) => given || (work.digits[cell] ?? 0));
}

/** Cells whose own digit is not the solution's. */
export function wrongCells(work: Work, solution: string): ReadonlySet<number> {
  const cells = [...work.digits.keys()];
  return new Set(cells.filter((cell) => work.digits[cell] && String(work.digits[cell]) !== solution[cell]));
}

/** What a check says. `solution` is null where it was not asked for or there is not exactly one. */
export function checkText({ open, broken }: Standing, wrong: ReadonlySet<number> | null): string {
  const rules =
    broken.size > 0
      ? say`${broken.size} digits break a rule.`
      : open === 0
        ? say`No rule is broken.`
        : say`No rule is broken; ${open} ${open === 1 ? say`cell` : say`cells`} to go.`;
  if (wrong === null) return rules;
  if (wrong.size === 0) return say`${rules} Every digit of yours agrees with the solution.`;
  return say`${rules} ${wrong.size === 1 ? say`One digit differs` : say`${wrong.size} digits differ`} from the solution.`;
}

/** "4:07", "1:02:09" */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
