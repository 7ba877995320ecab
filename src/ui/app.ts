import type { BackendChoice } from "../model/eqr/backend/backend";
import type { ExportActions } from "./actions/export";
import type { PlaybackActions } from "./actions/playback";
import type { PuzzleActions } from "./actions/puzzle";
import type { ShareActions } from "./actions/share";
import type { StartActions } from "./actions/start";
import type { Assets } from "./assets";
import type { Sample } from "./experiments/sample";
import type { Experiments } from "./experiments/store";
import type { LessonStore } from "./lessons/store";
import type { AnatomyFeed } from "./run/anatomy";
import type { PlaybackLoop } from "./run/playbackLoop";
import type { RunStarter } from "./run/runStarter";
import type { Stores } from "./store/stores";
import type { TaskViewNamed } from "./tasks/view";
import type { Evaluation } from "./views/evaluate/store";

/** What the panels have at hand: stores to read and actions to call. assemble.ts makes it. */
export interface App extends Stores {
  /** What the page shows of a task. */
  readonly taskView: TaskViewNamed;
  /** Which backend was asked for; the one in use is in `run`. */
  readonly backend: BackendChoice;
  readonly assets: Assets;
  readonly loop: PlaybackLoop;
  readonly starter: RunStarter;
  readonly experiments: Experiments;
  readonly evaluation: Evaluation;
  readonly sample: Sample;
  readonly anatomy: AnatomyFeed;
  readonly lessons: LessonStore;
  readonly begin: StartActions;
  readonly edit: PuzzleActions;
  readonly play: PlaybackActions;
  readonly share: ShareActions;
  readonly take: ExportActions;
}
