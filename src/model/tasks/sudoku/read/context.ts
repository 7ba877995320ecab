import { looksLikeGrid } from "./line/cells";
import { type Headings, headingsOf, headsSolution } from "./row/headings";
import { variantIn } from "./variants";

/** What the lines that follow are meant as, by the last section or title. */
type Section = "puzzles" | "solutions" | "other";

export type Context = ReturnType<typeof createContext>;

/** What the lines above say of those that follow: their section, their variant of Sudoku and the headings of their columns. */
export function createContext() {
  let headings: Headings | null = null;
  let section: Section = "puzzles";
  /** Whether a [Puzzle] header has come, after which no other section counts. */
  let sectioned = false;
  let variant: string | undefined;

  return {
    headings: (): Headings | null => headings,
    section: (): Section => section,
    variant: (): string | undefined => variant,
    enter(next: Section): void {
      section = next;
    },
    /** Enters the section with this name in its header. */
    enterNamed(name: string): void {
      const isPuzzle = /puzzle|givens|grid/i.test(name) && !headsSolution(name);
      if (isPuzzle) sectioned = true;
      section = isPuzzle || (!sectioned && !NOT_PUZZLES.test(name)) ? "puzzles" : "other";
      variant = variantIn(name) ?? (section === "puzzles" ? undefined : variant);
    },
    /** Takes a line of words as headings, or as the title of what follows; says whether it was headings. */
    takeWords(text: string, first: boolean): boolean {
      variant = variantIn(text);
      section = headsSolution(text) ? "solutions" : "puzzles";
      const found = headingsOf(text);
      if (!found || (found.delimiter === " " && !first)) return false;
      headings = found;
      section = "puzzles";
      return true;
    },
    /** Files that were put one behind the other bring their own headings. */
    renewsHeadings(text: string): boolean {
      const found = headings && !/\d{5}/.test(text) ? headingsOf(text) : null;
      if (!found || found.delimiter === " " || found.columns !== headings?.columns) return false;
      headings = found;
      return true;
    },
  };
}

/** The name in a header such as [Puzzle] or [State]; undefined where the line is none. */
export function sectionNameIn(shown: string): string | undefined {
  const name = /^\[([^\]"',{}[]*\p{L}[^\]"',{}[]*)\]$/u.exec(shown)?.[1];
  return name === undefined || looksLikeGrid(name) || /^[nulo, ]+$/.test(name) ? undefined : name;
}

const NOT_PUZZLES = /state|solution|answer|candidate|pencil|mark|history|moves|log|setting|author|info|comment|note/i;
