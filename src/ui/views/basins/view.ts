import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { basinsSetup } from "./setup";

export const basins: View = {
  name: "basins",
  tab: say`Basins`,
  about: say`a plane of starts, coloured by where each of them settles`,
  group: "puzzle",
  Panel: lazily(() => import("./Panel")),
  setup: basinsSetup,
};
