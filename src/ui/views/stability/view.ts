import { say } from "../../../words/say";
import { lazily } from "../lazily";
import type { View } from "../view";

export const stability: View = {
  name: "stability",
  tab: say`Stability`,
  about: say`eigenvalues at a fixed point, and how nearby states drift apart`,
  group: "run",
  Panel: lazily(() => import("./Panel")),
};
