import { say } from "../../../words/say";
import type { View } from "../view";
import { Panel } from "./Panel";

export const map: View = {
  name: "map",
  tab: say`Map`,
  about: say`the paths of all starts through latent space`,
  group: "run",
  Panel,
};
