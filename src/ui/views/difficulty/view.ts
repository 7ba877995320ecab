import { say } from "../../../words/say";
import { ensembleSetup } from "../depthBreadth/setup";
import { lazily } from "../lazily";
import type { View } from "../view";

export const difficulty: View = {
  name: "difficulty",
  tab: say`Difficulty`,
  about: say`iterations to settle against how hard a puzzle is`,
  group: "set",
  Panel: lazily(() => import("./Panel")),
  setup: ensembleSetup,
};
