import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { landscapeSetup } from "./setup";

export const landscape: View = {
  name: "landscape",
  tab: say`Landscape`,
  about: say`the fixed points of the puzzle, and the share of starts that each attracts`,
  group: "puzzle",
  Panel: lazily(() => import("./Panel")),
  setup: landscapeSetup,
};
