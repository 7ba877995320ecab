import { lazily } from "../lazily";
import type { View } from "../view";
import { ensembleSetup } from "./setup";

export const depthBreadth: View = {
  name: "depth-breadth",
  tab: "Depth × breadth",
  about: "the share solved over both, and what it costs",
  group: "puzzle",
  Panel: lazily(() => import("./Panel")),
  setup: ensembleSetup,
};
