import type { View } from "../views/view";
import type { PresentPart } from "./parts";

/** What has nothing to say beside a view, by what the view looks at. */
const WITHOUT: Readonly<Record<View["group"], readonly PresentPart[]>> = {
  run: [],
  puzzle: ["residuals"],
  set: ["board", "residuals"],
  toy: ["board", "residuals"],
};

/** Views of the run that draw curves of their own, which need the whole window. */
const WITH_OWN_CURVES: ReadonlySet<string> = new Set(["kick", "stability", "parameters"]);

/** The parts that a presentation of a view leaves out by itself. */
export function leftOut({ name, group }: Pick<View, "name" | "group">): readonly PresentPart[] {
  return WITH_OWN_CURVES.has(name) ? ["board", "residuals"] : WITHOUT[group];
}

/** Whether a view is of the run on the page, or of its puzzle, so that its iteration and verdict say something. */
export function isOfRun({ group }: Pick<View, "group">): boolean {
  return group === "run" || group === "puzzle";
}
