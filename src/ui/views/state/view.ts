import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { stateSetup } from "./setup";

export const state: View = {
  name: "state",
  tab: say`State`,
  about: say`what each candidate of each cell holds`,
  group: "run",
  Panel: lazily(() => import("./Panel")),
  setup: stateSetup,
};
