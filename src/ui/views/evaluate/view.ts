import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { evaluateSetup } from "./setup";

export const evaluate: View = {
  name: "evaluate",
  tab: say`Evaluate`,
  about: say`many puzzles on this device: accuracy by depth, breadth and difficulty`,
  group: "set",
  Panel: lazily(() => import("./Panel")),
  setup: evaluateSetup,
};
