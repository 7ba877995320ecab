import type { View } from "../view";
import { Panel } from "./Panel";

export const map: View = {
  name: "map",
  tab: "Map",
  about: "the paths of all starts through latent space",
  group: "run",
  Panel,
};
