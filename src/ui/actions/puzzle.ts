import type { PresetName } from "../../model/eqr/recipe/presets";
import { fromModel, say } from "../../words/say";
import { copyText } from "../copyText";
import { type NoticeStore, notify } from "../store/notices";
import type { PageStore } from "../store/page";
import { type PuzzleStore, samePuzzle } from "../store/puzzle";
import type { ReadPuzzle, TaskSolver, TaskViewNamed } from "../tasks/view";

export interface PuzzleDeps {
  readonly puzzle: PuzzleStore;
  readonly page: PageStore;
  readonly notices: NoticeStore;
  readonly taskView: TaskViewNamed;
  readonly solverOf: (task?: string) => TaskSolver;
}

export type PuzzleActions = ReturnType<typeof createPuzzleActions>;

/** Everything that changes the puzzle. Each is one step of the undo history. */
export function createPuzzleActions({ puzzle, page, notices, taskView, solverOf }: PuzzleDeps) {
  /** The task of the puzzle on the board: what is entered there is a puzzle of the same. */
  const task = () => taskView(puzzle.getState().task);
  const put = (text: string, source: string, preset?: PresetName): void => {
    const now = puzzle.getState();
    if (!samePuzzle(now, { ...now, puzzle: text })) puzzle.setState({ puzzle: text, source, own: undefined, preset });
  };
  const said = (text: string): void => notify(notices, { topic: "puzzle", tone: "info", text, seconds: 6 });

  /** Takes a puzzle that was read; where there is none, nothing changes and a notice says why. */
  const take = (result: ReadPuzzle, source = say`pasted`): ReadPuzzle => {
    if (!result.ok) {
      notify(notices, {
        topic: "puzzle",
        tone: "warning",
        text: say`${fromModel(result.message)} Your puzzle is unchanged.`,
        seconds: 20,
      });
      return result;
    }
    put(result.puzzle, source);
    const given = task().givens(result.puzzle);
    said([say`Puzzle with ${given} loaded. Undo restores the previous one.`, ...result.notes.map(fromModel)].join(" "));
    return result;
  };

  return {
    put,
    setValue(cell: number, value: number): void {
      const now = puzzle.getState();
      const changed = task().withValue(now.puzzle, cell, value);
      // Own digits stay: they are on the cells that are still open.
      if (changed !== now.puzzle) puzzle.setState({ puzzle: changed, source: say`edited` });
    },
    clear(): void {
      put(task().blank, say`empty`);
    },
    undo(): void {
      puzzle.temporal.getState().undo();
    },
    redo(): void {
      puzzle.temporal.getState().redo();
    },
    take,
    /** Takes a puzzle from any text. */
    async read(text: string, source = say`pasted`): Promise<ReadPuzzle> {
      return take(await task().read(text).catch(notRead), source);
    },
    async readFile(file: File): Promise<void> {
      take(await task().readFile(file).catch(notRead), file.name);
    },
    /** A new puzzle of the level, or the one of a name and its seed. */
    async generate(level: string, named?: { readonly name: string; readonly seed: string }): Promise<void> {
      page.setState({ generating: true });
      try {
        const seed = named?.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
        const made = await solverOf(puzzle.getState().task).generate(level, seed);
        put(made.puzzle, named?.name ?? say`generated, ${fromModel(made.level)}`);
      } catch {
        notify(notices, {
          topic: "puzzle",
          tone: "error",
          text: say`No puzzle could be generated. Try again, or take an example.`,
          seconds: 20,
        });
      } finally {
        page.setState({ generating: false });
      }
    },
    async copy(): Promise<void> {
      const text = task().asText(puzzle.getState().puzzle);
      if (await copyText(text)) said(say`Copied as text.`);
      else
        notify(notices, {
          topic: "puzzle",
          tone: "warning",
          text: say`Clipboard access was denied. The puzzle: ${puzzle.getState().puzzle}`,
          copyable: { label: say`Show it as text`, text },
        });
    },
  };
}

/** The reader of a task is fetched when it is first needed, and a file may be gone or not readable. */
function notRead(): ReadPuzzle {
  return { ok: false, message: say`It could not be read here. Check the network, reload the page and try again.` };
}
