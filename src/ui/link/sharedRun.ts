import type { NamedGrid } from "../../model/analysis/gridTags";
import type { Recipe } from "../../model/eqr/recipe/recipe";
import type { Select } from "../../model/eqr/recipe/selection";
import type { FitWindow } from "../../model/eqr/record/frame";
import type { MapWindow } from "../../viz/map/window";
import type { PresentPart } from "../present/parts";
import type { Axes } from "../store/settings";
import type { Caption } from "./caption";

/** Of the links that are written here; one that names another cannot be read. */
export const VERSION = "1";

/** What a link holds: the recipe, the view, and what came of it where the link was made. Nothing else. */
export interface SharedRun {
  readonly recipe: Recipe;
  /** Iteration that the link shows. */
  readonly cursor: number;
  /** The trajectory a person chose; null follows the best by the rule. */
  readonly selected: number | null;
  readonly rule: Select;
  readonly view: string;
  readonly axes: Axes;
  /** The view's set-up as its Setup writes it; null for views without one. */
  readonly setup: string | null;
  /** Fingerprint of the outcome at the cursor. */
  readonly outcome: string | null;
  /** The sender's own digits and marks, as the view of the task writes them; only where they are sent along. */
  readonly own?: string;
  /** Iterations that had been computed, where they are more than the cursor: the pale curves after it. */
  readonly reached?: number;
  /** What the map's axes were fitted on; without it they are fitted as the run grows. */
  readonly window?: FitWindow;
  /** What a zoomed map shows of the plane. */
  readonly zoom?: MapWindow;
  /** The grids that the sender knows of this puzzle, in the order of their letters; only where there are several. */
  readonly letters?: readonly NamedGrid[];
  /** Whether the view showed its shipped result, so that nothing is to be measured. */
  readonly shipped?: boolean;
  /** Where it opens as a presentation: the parts hidden in it. */
  readonly hidden?: readonly PresentPart[];
  /** What the sender says of it. */
  readonly caption?: Caption;
}

export type ReadLink =
  | { readonly kind: "none" }
  /** `notes`: what could not be read and was left at its default, in sentences; only there where something was. */
  | { readonly kind: "run"; readonly run: SharedRun; readonly notes?: readonly string[] }
  | { readonly kind: "broken"; readonly message: string };
