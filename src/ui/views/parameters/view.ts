import { lazily } from "../lazily";
import type { View } from "../view";
import { parametersSetup } from "./setup";

export const parameters: View = {
  name: "turn",
  tab: "Damping and noise",
  about: "what a settled state turns into as damping or noise is raised",
  group: "run",
  Panel: lazily(() => import("./Panel")),
  setup: parametersSetup,
};
