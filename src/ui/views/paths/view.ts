import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";

export const paths: View = {
  name: "paths",
  tab: say`Path independence`,
  about: say`whether the end depends on the start`,
  group: "puzzle",
  Panel: lazily(() => import("./Panel")),
};
