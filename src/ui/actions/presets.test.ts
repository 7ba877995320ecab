import { expect, it } from "vitest";
import { PRESETS } from "../../model/eqr/recipe/presets";
import { createPuzzleStore } from "../store/puzzle";
import { createSettingsStore, DEFAULT_FIELDS, reviveSettings } from "../store/settings";
import { lendPresets } from "./presets";

const blank = ".".repeat(81);
const named = (puzzle: string, preset?: "extreme") => ({ puzzle, source: "an example", own: undefined, preset });

function stage() {
  const puzzle = createPuzzleStore({ puzzle: blank, source: "empty" });
  const settings = createSettingsStore();
  lendPresets(puzzle, settings);
  settings.setState({ fields: { ...DEFAULT_FIELDS, breadth: 5, seed: 9 } });
  return { puzzle, settings, mine: settings.getState().fields };
}

it("comes with its example and goes with it, by undo as well; redo brings it again", () => {
  const { puzzle, settings, mine } = stage();
  puzzle.setState(named(`1${blank.slice(1)}`, "extreme"));
  expect(settings.getState()).toMatchObject({ fields: { ...PRESETS.extreme.fields, seed: 9 }, rule: "q" });
  puzzle.temporal.getState().undo();
  expect(settings.getState()).toMatchObject({ fields: mine, rule: "residual" });
  puzzle.temporal.getState().redo();
  expect(settings.getState().fields).toMatchObject(PRESETS.extreme.fields);
  puzzle.setState(named(`2${blank.slice(1)}`));
  expect(settings.getState()).toMatchObject({ fields: mine, rule: "residual", beforePreset: null });
});

it("is still lent after a reload", () => {
  const { puzzle, settings, mine } = stage();
  puzzle.setState(named(`1${blank.slice(1)}`, "extreme"));
  const again = createSettingsStore();
  again.setState(reviveSettings(JSON.parse(JSON.stringify(settings.getState()))));
  lendPresets(puzzle, again);
  puzzle.setState(named(blank));
  expect(again.getState().fields).toEqual(mine);
});
