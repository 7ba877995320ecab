import { lazily } from "../lazily";
import type { View } from "../view";

export const paths: View = {
  name: "paths",
  tab: "Path independence",
  about: "whether the end depends on the start",
  group: "puzzle",
  Panel: lazily(() => import("./Panel")),
};
