import { lazily } from "../lazily";
import type { View } from "../view";
import { parametersSetup } from "./setup";

export const parameters: View = {
  name: "turn",
  tab: "Step size and noise",
  short: "λ, σ",
  about: "what a settled state turns into as step size or noise is raised",
  group: "run",
  Panel: lazily(() => import("./Panel")),
  setup: parametersSetup,
};
