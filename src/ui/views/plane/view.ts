import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";
import { planeSetup } from "./setup";

export const plane: View = {
  name: "plane",
  tab: say`Toy plane`,
  about: say`attractors in a latent space of two numbers, all of it in sight`,
  group: "toy",
  Panel: lazily(() => import("./Panel")),
  setup: planeSetup,
};
