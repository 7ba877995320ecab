import type { Line } from "../line/rows";

/** What a line is in a drawing. "odd" is a row that has not nine cells. */
export type Kind = "row" | "dashes" | "rule" | "empty" | "number" | "odd";

/** Whether the gaps between nine rows are those of bands, of spaced-out rows, or none. */
function isRegular(gaps: readonly number[]): boolean {
  const usual = Math.min(...gaps);
  return gaps.every((gap, index) => index % 3 === 2 || gap === usual) && gaps[2] === gaps[5];
}

/** More lines than any drawing of one puzzle has. */
const MOST_LINES = 120;

/**
 * Collects the lines of drawings and hands them out puzzle by puzzle. A puzzle ends with nine rows, at a number or at a gap
 * that its own rows do not have.
 */
export function createBlock(take: (lines: readonly Line[], runsOn: boolean) => void) {
  let lines: { line: Line; kind: Kind }[] = [];

  const count = (kind: Kind): number => lines.filter((line) => line.kind === kind).length;
  function hand(end: number, runsOn: boolean): void {
    const done = lines.slice(0, end);
    lines = lines.slice(end);
    if (done.some(({ kind }) => kind !== "empty" && kind !== "rule"))
      take(
        done.map(({ line }) => line),
        runsOn,
      );
  }

  /** Whether the nine rows that are there are a puzzle by themselves. */
  function isWhole(): boolean {
    if (count("row") !== 9 || count("odd") > 0) return false;
    // Dashes at the places of rules are rules, if they are at both; anywhere else they are rows.
    const before = lines.flatMap(({ kind }, index) =>
      kind === "dashes" ? [lines.slice(0, index).filter((line) => line.kind === "row").length] : [],
    );
    return before.every((rows) => rows % 3 === 0) && before.includes(3) === before.includes(6);
  }

  function gapAtEnd(): number {
    let gap = 0;
    while (gap < lines.length && lines[lines.length - 1 - gap]?.kind === "empty") gap++;
    return gap;
  }

  /** Empty lines between each two of the rows. */
  function gaps(): number[] {
    const found: number[] = [];
    let run = 0;
    for (const { kind } of lines) {
      if (kind === "empty") run++;
      if (kind !== "row") continue;
      found.push(run);
      run = 0;
    }
    return found.slice(1);
  }

  /** Ends the puzzle before the new row where its rows are whole, or where only a gap can have ended it. */
  function endBefore(): void {
    const within = gaps();
    if (isWhole() && isRegular(within)) {
      hand(lines.length, gapAtEnd() <= Math.max(...within) && lines.at(-1)?.kind !== "rule");
      return;
    }
    if (count("row") + count("odd") + count("dashes") < 9) return;
    const last = lines.findLastIndex(({ kind }) => kind === "empty");
    const rows = lines.slice(0, last).filter(({ kind }) => kind !== "empty" && kind !== "rule").length;
    if (last > 0 && rows > 0 && rows < 9) hand(last, false);
  }

  return {
    rows: (): number => count("row"),
    isEmpty: (): boolean => lines.length === 0,
    add(line: Line, kind: Kind): void {
      if (kind === "empty" && lines.length === 0) return;
      if (kind === "number") hand(lines.length, false);
      else if (kind === "row" || kind === "odd" || kind === "dashes") endBefore();
      lines.push({ line, kind });
      if (lines.length > MOST_LINES) hand(lines.length, false);
    },
    /** Forgets what has been collected. */
    clear(): void {
      lines = [];
    },
    flush(): void {
      hand(lines.length, false);
    },
  };
}
