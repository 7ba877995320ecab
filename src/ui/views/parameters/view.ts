import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { parametersSetup } from "./setup";

export const parameters: View = {
  name: "turn",
  tab: say`Step size and noise`,
  short: "λ, σ",
  about: say`what a settled state turns into as step size or noise is raised`,
  group: "run",
  Panel: lazily(() => import("./Panel")),
  setup: parametersSetup,
};
