import type { PresetName } from "../../../model/eqr/recipe/presets";
import { wordSetup } from "../fields";

/** With which settings to evaluate: those of the page, or a preset that figures are given for. */
export type Plan = "page" | PresetName;

export const PLAN_NAMES = ["page", "pure", "deep", "extreme"] as const satisfies readonly Plan[];

export const evaluateSetup = wordSetup<Plan>(PLAN_NAMES, "page");
