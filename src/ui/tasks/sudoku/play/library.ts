import { DIFFICULTIES, type Difficulty } from "../../../../model/tasks/sudoku/rate";
import { capitalized } from "../../../../viz/format";
import { longDate } from "../../../../words/longDate";
import { fromModel, say } from "../../../../words/say";

/** A puzzle that is made from its seed when it is chosen, the same on every device. */
export interface NamedPuzzle {
  readonly name: string;
  readonly level: Difficulty;
  readonly seed: string;
}

const SHELF = 12;

/** The library: as many puzzles of each difficulty. */
export const LIBRARY: readonly { readonly level: Difficulty; readonly puzzles: readonly NamedPuzzle[] }[] =
  DIFFICULTIES.map((level) => ({
    level,
    puzzles: Array.from({ length: SHELF }, (_, i) => ({
      name: `${capitalized(fromModel(level))} ${i + 1}`,
      level,
      seed: `library-${level}-${i + 1}`,
    })),
  }));

/** By weekday from Sunday: the week grows harder. */
const WEEK: readonly Difficulty[] = ["extreme", "easy", "easy", "medium", "medium", "hard", "hard"];

/** The puzzle of a day, by the calendar where the person is. */
export function dailyPuzzle(date: Date): NamedPuzzle {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const level = WEEK[date.getDay()] ?? "medium";
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return { name: say`Daily, ${longDate(date)}`, level, seed: `daily-${iso}` };
}
