import { NO_GRIDS, tagOf, withGrids } from "../../../model/analysis/gridTags";
import type { RunRecord } from "../../../model/eqr/record/record";
import { isSolution } from "../../../model/tasks";
import { gridVariable } from "../../../viz/outcome";
import { say } from "../../../words/say";
import type { PlaneFacts } from "./field";

/** What an attractor is called in the picture, and the custom property of its hue. */
export interface AttractorName {
  readonly name: string;
  readonly variable: `--${string}`;
}

/** A letter and a hue for each attractor, by the grid that it decodes to: first those of the run, as everywhere. */
export function attractorNames({ attractors, decode, problem }: PlaneFacts, record: RunRecord | null): AttractorName[] {
  const found = attractors.map((at) => {
    const digits = decode(at);
    return { digits, valid: isSolution(problem, digits) };
  });
  const tags = withGrids(withGrids(NO_GRIDS, record?.arrived ?? []), found);
  return found.map(({ digits, valid }) => {
    const tag = tagOf(tags, digits);
    return { name: tag?.letter ?? say`the attractor`, variable: gridVariable(valid, tag) };
  });
}
