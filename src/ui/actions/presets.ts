import { PRESETS, type PresetName } from "../../model/eqr/recipe/presets";
import type { PuzzleStore } from "../store/puzzle";
import { DEFAULT_FIELDS, type Settings, type SettingsStore } from "../store/settings";

/** Everything of the recipe as the preset has it, but the seed and the tolerance. */
export function withPreset(
  { fields: now }: Pick<Settings, "fields">,
  name: PresetName,
): Pick<Settings, "fields" | "rule"> {
  const { seed, tolerance } = now;
  const { fields, select: rule } = PRESETS[name];
  return { fields: { ...DEFAULT_FIELDS, ...fields, seed, tolerance }, rule };
}

/**
 * A preset belongs to the puzzle that asks for it: it comes with the puzzle, and when that goes, by another one or by undo, the
 * settings are again what they were.
 */
export function lendPresets(puzzle: PuzzleStore, settings: SettingsStore): void {
  puzzle.subscribe(({ preset }, before) => {
    if (preset === before.preset) return;
    const { fields, rule, beforePreset } = settings.getState();
    if (preset) {
      const own = beforePreset ?? { fields, rule };
      settings.setState({ ...withPreset(own, preset), beforePreset: own });
    } else if (beforePreset) settings.setState({ ...beforePreset, beforePreset: null });
  });
}
