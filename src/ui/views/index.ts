import type { ComponentType } from "react";
import { BasinsPanel } from "./basins/BasinsPanel";
import { DepthBreadthPanel } from "./depthBreadth/DepthBreadthPanel";
import { DifficultyPanel } from "./difficulty/DifficultyPanel";
import { EvaluatePanel } from "./evaluate/EvaluatePanel";
import { KickPanel } from "./kick/KickPanel";
import { LandscapePanel } from "./landscape/LandscapePanel";
import { MapPanel } from "./map/MapPanel";
import { TurnPanel } from "./parameters/ParametersPanel";
import { PathsPanel } from "./paths/PathsPanel";
import { StabilityPanel } from "./stability/StabilityPanel";
import { StatePanel } from "./state/StatePanel";

/** What a view looks at: the run at the cursor, the puzzle under many runs, or many puzzles. */
export const VIEW_GROUPS = { run: "This run", puzzle: "This puzzle", set: "Many puzzles" } as const;

/** A view of the stage: it draws (record, cursor, selection) its own way, and brings no board and no transport. */
export interface View {
  /** Its name in a link. */
  readonly name: string;
  /** On its tab: one or two short words. */
  readonly tab: string;
  /** What it shows, in a few words, for the menu of all views. */
  readonly about: string;
  readonly group: keyof typeof VIEW_GROUPS;
  /** Draws a <StageHead> and the view under it. */
  readonly Panel: ComponentType;
}

/** The register of views, one entry each, in the order of the tabs. Views of a group stand together. */
export const VIEWS: readonly [View, ...View[]] = [
  { name: "map", tab: "Map", about: "the paths of all starts through latent space", group: "run", Panel: MapPanel },
  {
    name: "kick",
    tab: "Kick",
    about: "kick or damage a state, and see whether it comes home",
    group: "run",
    Panel: KickPanel,
  },
  { name: "state", tab: "State", about: "what each of the 729 candidates holds", group: "run", Panel: StatePanel },
  {
    name: "stability",
    tab: "Stability",
    about: "eigenvalues at a fixed point, and how nearby states drift apart",
    group: "run",
    Panel: StabilityPanel,
  },
  {
    name: "turn",
    tab: "λ and σ",
    about: "what a settled state turns into as damping or noise is turned up",
    group: "run",
    Panel: TurnPanel,
  },
  {
    name: "basins",
    tab: "Basins",
    about: "a plane of starts, coloured by where each of them settles",
    group: "puzzle",
    Panel: BasinsPanel,
  },
  {
    name: "landscape",
    tab: "Landscape",
    about: "the fixed points of the puzzle, and the share of starts that each attracts",
    group: "puzzle",
    Panel: LandscapePanel,
  },
  {
    name: "paths",
    tab: "Paths",
    about: "whether the end depends on the start",
    group: "puzzle",
    Panel: PathsPanel,
  },
  {
    name: "depth-breadth",
    tab: "Depth × breadth",
    about: "the share solved over both, and what it costs",
    group: "puzzle",
    Panel: DepthBreadthPanel,
  },
  {
    name: "difficulty",
    tab: "Difficulty",
    about: "iterations to settle against how hard a puzzle is",
    group: "set",
    Panel: DifficultyPanel,
  },
  {
    name: "evaluate",
    tab: "Check",
    about: "many puzzles on this device: accuracy by depth, breadth and difficulty",
    group: "set",
    Panel: EvaluatePanel,
  },
];

/** The view of a name, the first where it is unknown. */
export function viewNamed(name: string): View {
  return VIEWS.find((view) => view.name === name) ?? VIEWS[0];
}
