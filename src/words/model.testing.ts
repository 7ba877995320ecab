import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EXAMPLES } from "../model/tasks/sudoku/examples";
import { DIFFICULTIES } from "../model/tasks/sudoku/rate";
import { scan } from "./scan.testing";

/** Files of the model whose labels and sentences reach a person on the page. */
const SPOKEN = [
  "eqr/model/loadFiles.ts",
  "eqr/run/memory.ts",
  "eqr/recipe/presets.ts",
  "eqr/recipe/recipe.ts",
  "eqr/kernels/kernelBackend.ts",
  "experiments/basinRadius.ts",
  "experiments/perturbation.ts",
  "experiments/stateAt.ts",
  "export/readJson.ts",
  "gpu/requestAdapter.ts",
  "maps/plane/systems.ts",
  "tasks/sudoku/examples.ts",
  "tasks/sudoku/read/bytes/archive.ts",
  "tasks/sudoku/read/drawing/block.ts",
  "tasks/sudoku/read/bytes/bytes.ts",
  "tasks/sudoku/read/row/cellColumns.ts",
  "tasks/sudoku/read/line/cells.ts",
  "tasks/sudoku/read/evaluable.ts",
  "tasks/sudoku/read/json/json.ts",
  "tasks/sudoku/read/json/jsonInText.ts",
  "tasks/sudoku/read/link/link.ts",
  "tasks/sudoku/read/output.ts",
  "tasks/sudoku/read/parse.ts",
  "tasks/sudoku/read/row/puzzleColumn.ts",
  "tasks/sudoku/read/reader.ts",
  "tasks/sudoku/read/reading.ts",
  "tasks/sudoku/read/solved.ts",
  "tasks/sudoku/read/row/spreadsheetNumbers.ts",
  "tasks/sudoku/read/link/sudokuPad.ts",
  "tasks/sudoku/read/markup/xml.ts",
  "tasks/sudoku/rules.ts",
  "timeLimit.ts",
  "worker/backends.ts",
  "worker/client.ts",
  "worker/experimenter.ts",
  "worker/failure.ts",
  "worker/service.ts",
];

const root = fileURLToPath(new URL("../model/", import.meta.url));

/** What the model says to a person, as keys of the catalogues. */
export const MODEL_TEXTS: readonly string[] = [
  ...SPOKEN.flatMap((file) =>
    scan(file, readFileSync(root + file, "utf8")).bare.map(({ text }) => {
      let place = 0;
      return text.replace(/\uE000/g, () => `{${place++}}`);
    }),
  ),
  ...EXAMPLES.flatMap(({ name, source }) => [name, source]),
  ...DIFFICULTIES,
];
