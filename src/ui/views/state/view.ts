import { lazily } from "../lazily";
import type { View } from "../view";
import { stateSetup } from "./setup";

export const state: View = {
  name: "state",
  tab: "State",
  about: "what each candidate of each cell holds",
  group: "run",
  Panel: lazily(() => import("./Panel")),
  setup: stateSetup,
};
