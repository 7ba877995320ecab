import type { GameStore } from "./game";
import type { NoticeStore } from "./notices";
import type { PageStore } from "./page";
import type { PuzzleStore } from "./puzzle";
import type { RunStore } from "./run";
import type { SettingsStore } from "./settings";
import type { SetupStore } from "./setups";
import type { StartStore } from "./start";

/** The page's state, one store per concern. */
export interface Stores {
  readonly puzzle: PuzzleStore;
  /** How a person plays it. */
  readonly game: GameStore;
  readonly settings: SettingsStore;
  readonly start: StartStore;
  readonly run: RunStore;
  readonly page: PageStore;
  readonly notices: NoticeStore;
  readonly setups: SetupStore;
}
