import type { View } from "../views/view";
import type { PresentPart } from "./parts";

/** What has nothing to say beside a view, by what the view looks at. */
const WITHOUT: Readonly<Record<View["group"], readonly PresentPart[]>> = {
  run: [],
  puzzle: ["residuals"],
  set: ["board", "residuals"],
  toy: ["board", "residuals"],
};

/** Views of the run that draw curves of their own, which need the height. */
const WITH_OWN_CURVES: ReadonlySet<string> = new Set(["kick", "stability", "parameters"]);

/** The parts that a presentation of a view leaves out by itself. */
export function leftOut({ name, group }: Pick<View, "name" | "group">): readonly PresentPart[] {
  return WITH_OWN_CURVES.has(name) ? ["residuals"] : WITHOUT[group];
}
