import { createJSONStorage } from "zustand/middleware";
import { loadIndex } from "../model/eqr/loadModel";
import type { BackendChoice } from "../model/worker/protocol";
import { createExportActions } from "./actions/export";
import { createPlaybackActions } from "./actions/playback";
import { createPuzzleActions } from "./actions/puzzle";
import { createShareActions } from "./actions/share";
import { createStartActions } from "./actions/start";
import { createSample } from "./experiments/sample";
import { createExperiments } from "./experiments/store";
import { createAnatomyFeed } from "./run/anatomy";
import { createConductor, type ModelPort } from "./run/conductor";
import { createDirector } from "./run/director";
import { createNoticeStore, notify } from "./store/notices";
import { createPageStore } from "./store/page";
import { createPuzzleStore, type PuzzleState } from "./store/puzzle";
import { createRunStore } from "./store/run";
import { createSettingsStore, type Settings } from "./store/settings";
import { createSetups } from "./store/setups";
import { createStartStore } from "./store/start";
import { firstPuzzle } from "./tasks/sudoku/firstPuzzle";
import { keepAnalysis } from "./tasks/sudoku/solver/analysis";
import { createSolverClient, solverWorker } from "./tasks/sudoku/solver/client";
import { viewNamed } from "./views";
import { createEvaluation } from "./views/evaluate/store";
import { WASM_URLS } from "./wasmUrls";

/**
 * Puts the page together: stores, the worker's port, and the actions that join them. No React here. `keeps` says whether
 * puzzle and settings are found again after a reload.
 */
export function assemble(port: ModelPort, backend: BackendChoice, keeps = true) {
  // Undefined where storage is closed to the page: then nothing is kept, and everything else works.
  const storage = () => (keeps ? localStorage : FORGETFUL);
  const puzzle = createPuzzleStore(firstPuzzle(), createJSONStorage<PuzzleState>(storage));
  const settings = createSettingsStore(createJSONStorage<Settings>(storage));
  const start = createStartStore();
  const run = createRunStore();
  const page = createPageStore();
  const notices = createNoticeStore();
  const solver = createSolverClient(solverWorker);
  const conductor = createConductor(port, run, settings, requestAnimationFrame);
  const weightsUrl = new URL("weights/", document.baseURI).href;
  const director = createDirector({
    port,
    conductor,
    puzzle,
    settings,
    start,
    run,
    models: () => loadIndex(weightsUrl, (url) => fetch(url)),
    weightsUrl,
    wasmUrls: WASM_URLS,
    backend,
  });
  keepAnalysis(puzzle, page, solver);
  port.subscribe(({ type }) => {
    if (type === "recovered")
      notify(notices, { topic: "engine", tone: "good", text: "Recovered: the run goes on where it was.", seconds: 8 });
  });
  const stores = { puzzle, settings, start, run, page, notices, setups: createSetups() };
  const share = createShareActions({ ...stores, setupOf: (view) => viewNamed(view).setup, director });
  const experiments = createExperiments(port);
  return {
    ...stores,
    backend,
    conductor,
    director,
    experiments,
    evaluation: createEvaluation({
      port,
      experiments,
      fetch: (path) => fetch(new URL(path, document.baseURI)),
      now: () => performance.now(),
    }),
    sample: createSample((url) => fetch(url), new URL("puzzles/sample.csv", document.baseURI).href),
    anatomy: createAnatomyFeed(port, conductor, run),
    begin: createStartActions(start, puzzle, settings, run),
    edit: createPuzzleActions(puzzle, page, notices, solver),
    play: createPlaybackActions(port, conductor, run, settings),
    share,
    take: createExportActions({ port, conductor, run, page, settings, share }),
  };
}

export type App = ReturnType<typeof assemble>;

/** For a page in a frame: what is done there must not change the visitor's own board. */
const FORGETFUL = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
