import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { kickSetup } from "./setup";

export const kick: View = {
  name: "kick",
  tab: say`Kick`,
  about: say`kick or damage a state, and see whether it comes home`,
  group: "run",
  Panel: lazily(() => import("./Panel")),
  setup: kickSetup,
};
