import fc from "fast-check";
import { expect, it } from "vitest";
import { createJSONStorage } from "zustand/middleware";
import { recipeProblems } from "../../model/eqr/recipe/recipe";
import { BLANK } from "../tasks/sudoku/puzzle";
import { createSettingsStore, DEFAULT_SETTINGS, reviveSettings, type Settings } from "./settings";

it("keeps what was set, the fastest speed included", () => {
  const kept = new Map<string, string>();
  const storage = createJSONStorage<Settings>(() => ({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }));
  const store = createSettingsStore(storage);
  store.setState({
    speed: Number.POSITIVE_INFINITY,
    axes: [1, 2],
    drawerOpen: true,
    fields: { ...DEFAULT_SETTINGS.fields, lambda: 0.85 },
  });
  expect(createSettingsStore(storage).getState()).toEqual(store.getState());
});

it("repairs single fields and keeps the rest", () => {
  const revived = reviveSettings({ theme: "dark", speed: 17, fields: { depth: 1e9, lambda: 0.5, nonsense: 3 } });
  expect(revived.theme).toBe("dark");
  expect(revived.speed).toBe(DEFAULT_SETTINGS.speed);
  expect(revived.fields).toEqual({ ...DEFAULT_SETTINGS.fields, depth: 4096, lambda: 0.5 });
});

it("gives settings that make a sound recipe, whatever was stored", () => {
  const stored = fc.oneof(
    fc.anything(),
    fc.record({
      fields: fc.dictionary(fc.constantFrom("depth", "seed", "sigma", "x"), fc.double()),
      axes: fc.anything(),
    }),
  );
  fc.assert(
    fc.property(stored, (value) => {
      const { fields } = reviveSettings(value);
      expect(recipeProblems({ puzzle: BLANK, model: "m", ...fields })).toEqual([]);
    }),
  );
});

it("leaves out shapes of kernels that only an older page knew, and loses nothing else by them", () => {
  const tiled = { family: "tiled", tile: "band", rows: 2 };
  const revived = reviveSettings({ theme: "dark", shapes: { old: { candidates: 3, groups: 1 }, card: tiled } });
  expect(revived).toMatchObject({ theme: "dark", shapes: { card: tiled } });
  expect(revived.shapes.old).toBeUndefined();
});
