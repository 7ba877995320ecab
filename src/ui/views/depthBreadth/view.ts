import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { ensembleSetup } from "./setup";

export const depthBreadth: View = {
  name: "depth-breadth",
  tab: say`Depth × breadth`,
  about: say`the share solved over both, and what it costs`,
  group: "puzzle",
  Panel: lazily(() => import("./Panel")),
  setup: ensembleSetup,
};
