import { formatGrid } from "../../model/tasks/sudoku/format";
import { clueCount, type Puzzle } from "../../model/tasks/sudoku/grid";
import { parsePuzzle } from "../../model/tasks/sudoku/parse";
import type { ParseResult } from "../../model/tasks/sudoku/parseResult";
import type { Difficulty } from "../../model/tasks/sudoku/rate";
import { type NoticeStore, notify } from "../store/notices";
import type { PageStore } from "../store/page";
import { BLANK, type PuzzleStore, withDigit } from "../store/puzzle";
import type { SolverClient } from "../tasks/sudoku/solver/client";

export type PuzzleActions = ReturnType<typeof createPuzzleActions>;

/** Everything that changes the puzzle. Each is one step of the undo history. */
export function createPuzzleActions(puzzle: PuzzleStore, page: PageStore, notices: NoticeStore, solver: SolverClient) {
  const put = (text: Puzzle, source: string): void => {
    if (text !== puzzle.getState().puzzle) puzzle.setState({ puzzle: text, source });
  };
  const said = (text: string): void => notify(notices, { topic: "puzzle", tone: "info", text, seconds: 6 });

  /** Takes a puzzle from any text; when there is none in it, nothing changes and the result says why. */
  const read = (text: string, source = "pasted"): ParseResult => {
    const result = parsePuzzle(text);
    if (!result.ok) {
      notify(notices, {
        topic: "puzzle",
        tone: "warning",
        text: `${result.message} Your puzzle is unchanged.`,
        seconds: 20,
      });
      return result;
    }
    put(result.puzzle, source);
    said(
      [`Puzzle with ${clueCount(result.puzzle)} clues taken over; undo brings the old one back.`, ...result.notes].join(
        " ",
      ),
    );
    return result;
  };

  return {
    put,
    setDigit(cell: number, digit: number): void {
      put(withDigit(puzzle.getState().puzzle, cell, digit), "edited");
    },
    clear(): void {
      put(BLANK, "empty");
    },
    undo(): void {
      puzzle.temporal.getState().undo();
    },
    redo(): void {
      puzzle.temporal.getState().redo();
    },
    read,
    async readFile(file: File): Promise<void> {
      const text = file.size > 1_000_000 ? null : await file.text().catch(() => null);
      if (text === null)
        notify(notices, {
          topic: "puzzle",
          tone: "warning",
          text: `${file.name} cannot be read as a text file. Drop a small text file with one puzzle.`,
          seconds: 20,
        });
      else read(text, file.name);
    },
    async generate(difficulty: Difficulty): Promise<void> {
      page.setState({ generating: true });
      try {
        const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
        const made = await solver.generate(difficulty, seed);
        put(made.puzzle, `generated, ${made.difficulty}`);
      } catch {
        notify(notices, {
          topic: "puzzle",
          tone: "error",
          text: "No puzzle could be generated. Try again, or take an example.",
          seconds: 20,
        });
      } finally {
        page.setState({ generating: false });
      }
    },
    async copy(): Promise<void> {
      const text = formatGrid(puzzle.getState().puzzle);
      try {
        await navigator.clipboard.writeText(text);
        said("The givens are on the clipboard as text.");
      } catch {
        notify(notices, {
          topic: "puzzle",
          tone: "warning",
          text: `The clipboard is closed to this page. The puzzle: ${puzzle.getState().puzzle}`,
        });
      }
    },
  };
}
