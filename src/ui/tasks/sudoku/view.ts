import { EXAMPLES } from "../../../model/tasks/sudoku/examples";
import { formatGrid } from "../../../model/tasks/sudoku/format";
import { clueCount } from "../../../model/tasks/sudoku/grid";
import { say } from "../../../words/say";
import { lazyDialog } from "../../dialogs/lazyDialog";
import type { TaskView } from "../view";
import { BoardPad } from "./BoardPad";
import { BoardTools } from "./BoardTools";
import { BoardView } from "./BoardView";
import { SUDOKU_BOARD } from "./board";
import { PuzzleFacts } from "./PuzzleFacts";
import { BLANK, withDigit } from "./puzzle";
import { createSolverClient, solverWorker } from "./solver/client";
import { clues } from "./solver/describe";
import { Thumbnail } from "./Thumbnail";

/** Two attractors: some of its starts come to rest on one solution, the others on the other. `npm run results` makes its run. */
const FIRST = EXAMPLES.find(({ id }) => id === "two-solutions");

/** Classic Sudoku on the page. */
export const sudokuView: TaskView = {
  name: "sudoku",
  first: FIRST ? { puzzle: FIRST.puzzle, source: FIRST.name } : { puzzle: BLANK, source: say`empty` },
  blank: BLANK,
  board: SUDOKU_BOARD,
  Board: BoardView,
  Pad: BoardPad,
  Tools: BoardTools,
  Facts: PuzzleFacts,
  Thumbnail,
  Examples: lazyDialog("examples", () => import("./ExamplesDialog").then(({ ExamplesDialog }) => ExamplesDialog)),
  Paste: lazyDialog("paste", () => import("./PasteDialog").then(({ PasteDialog }) => PasteDialog)),
  givens: (puzzle) => clues(clueCount(puzzle)),
  shortcuts: [
    { keys: ["1", "…", "9"], text: say`On the board: enter your digit; in Edit clues, set a clue` },
    { keys: ["0", "⌫", say`Del`], text: say`On the board: erase` },
    { keys: ["⇧ 1", say`Ctrl 1`], text: say`In Play: a corner mark, a centre mark` },
    {
      keys: ["Z", "X", "C", "V"],
      text: say`In Play, for what digits enter: digits, corner marks, centre marks, colours`,
    },
    { keys: [say`Space`], text: say`In Play, on the board: the next of these` },
    { keys: ["⇧ ←", "⇧ →", say`Ctrl A`, say`Esc`], text: say`In Play: select more cells, all, one` },
  ],
  withValue: withDigit,
  // The readers are fetched with the first text: they know many formats.
  read: async (text) => (await import("../../../model/tasks/sudoku/read/parse")).parsePuzzle(text),
  readFile: async (file) => (await import("./files")).firstOfFile(file),
  readMany: async (file) => (await import("./files")).puzzlesOfFile(file),
  asText: formatGrid,
  startSolver: () => createSolverClient(solverWorker),
};
