import { lazily } from "../lazily";
import type { View } from "../view";
import { basinsSetup } from "./setup";

export const basins: View = {
  name: "basins",
  tab: "Basins",
  about: "a plane of starts, coloured by where each of them settles",
  group: "puzzle",
  Panel: lazily(() => import("./Panel")),
  setup: basinsSetup,
};
