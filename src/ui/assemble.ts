import type { BackendChoice } from "../model/eqr/backend/backend";
import { say } from "../words/say";
import { createExportActions } from "./actions/export";
import { keepFindings } from "./actions/findings";
import { createPlaybackActions } from "./actions/playback";
import { lendPresets } from "./actions/presets";
import { createPuzzleActions } from "./actions/puzzle";
import { createShareActions } from "./actions/share";
import { createStartActions } from "./actions/start";
import type { App } from "./app";
import { createAssets } from "./assets";
import { keepLetters } from "./experiments/found";
import { createSample } from "./experiments/sample";
import { createExperiments } from "./experiments/store";
import { createLessonStore } from "./lessons/store";
import { createAnatomyFeed } from "./run/anatomy";
import { probeDevice } from "./run/device";
import { createOpening } from "./run/opening";
import { createPlaybackLoop, type ModelClient } from "./run/playbackLoop";
import { createRunStarter } from "./run/runStarter";
import { createGameStore } from "./store/game";
import { createNoticeStore, notify } from "./store/notices";
import { createPageStore } from "./store/page";
import { createPuzzleStore } from "./store/puzzle";
import { createRunStore } from "./store/run";
import { noStorage, safeStorage } from "./store/safeStorage";
import { createSettingsStore } from "./store/settings";
import { createSetups } from "./store/setups";
import { createStartStore } from "./store/start";
import { taskViewNamed } from "./tasks";
import { createSolvers } from "./tasks/solvers";
import { reducedMotion } from "./useReducedMotion";
import { viewNamed } from "./views";
import { createEvaluation } from "./views/evaluate/store";
import { WASM_URLS } from "./wasmUrls";

/** Puts the page together. No React here. `keeps` says whether puzzle and settings are found again after a reload. */
export function assemble(client: ModelClient, backend: BackendChoice, keeps = true): App {
  const puzzle = createPuzzleStore(taskViewNamed().first, keeps ? safeStorage() : noStorage());
  // A new tab begins in Watch, a reload where it was.
  const game = createGameStore(puzzle, keeps ? safeStorage(undefined, () => null) : noStorage());
  const settings = createSettingsStore(keeps ? safeStorage() : noStorage());
  const start = createStartStore();
  const run = createRunStore();
  const page = createPageStore();
  const notices = createNoticeStore();
  const stores = { puzzle, game, settings, start, run, page, notices, setups: createSetups() };
  const assets = createAssets(document.baseURI, (url) => fetch(url));
  const solverOf = createSolvers(taskViewNamed);
  const loop = createPlaybackLoop(client, run, settings, requestAnimationFrame);
  const starter = createRunStarter({
    ...stores,
    client,
    loop,
    assets,
    wasmUrls: WASM_URLS,
    backend,
    device: () => probeDevice(backend, globalThis.navigator?.gpu),
    // In a frame the author chooses the run, and when it plays.
    opening: keeps ? createOpening(assets) : null,
    calm: reducedMotion,
  });
  lendPresets(puzzle, settings);
  keepFindings(puzzle, page, solverOf);
  client.subscribe(({ type }) => {
    if (type === "recovered")
      notify(notices, {
        topic: "worker",
        tone: "good",
        text: say`Recovered: the run goes on where it was.`,
        seconds: 8,
      });
  });
  const experiments = createExperiments(client);
  const { showsShipped } = experiments;
  const share = createShareActions({ ...stores, setupOf: (view) => viewNamed(view).setup, starter, showsShipped });
  keepLetters(experiments, run, loop);
  return {
    ...stores,
    taskView: taskViewNamed,
    backend,
    assets,
    loop,
    starter,
    experiments,
    evaluation: createEvaluation({
      client,
      experiments,
      assets,
      puzzle,
      taskView: taskViewNamed,
      now: () => performance.now(),
    }),
    sample: createSample(assets, taskViewNamed().readMany),
    anatomy: createAnatomyFeed(client, loop, run),
    lessons: createLessonStore(keeps ? safeStorage() : noStorage()),
    begin: createStartActions(start, puzzle, settings, run),
    edit: createPuzzleActions({ ...stores, taskView: taskViewNamed, solverOf }),
    play: createPlaybackActions(client, loop, run, settings),
    share,
    take: createExportActions({ ...stores, client, loop, share, taskView: taskViewNamed }),
  };
}
