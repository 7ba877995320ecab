import * as v from "valibot";
import { oneOf, readFields } from "../fields";
import type { Setup } from "../view";

export const SCOPES = ["puzzle", "sample"] as const;
export const START_CHOICES = [16, 32, 64, 128, 256] as const;
export const SAMPLE_START_CHOICES = [1, 2, 4, 8, 16] as const;

/** What the next measurement of many starts covers. */
export interface EnsembleState {
  readonly scope: (typeof SCOPES)[number];
  /** Starts of the puzzle on the board, those of the run included. */
  readonly starts: number;
  /** Starts of each puzzle of the sample. */
  readonly sampleStarts: number;
}

/** "puzzle:64:4". Depth × breadth and Difficulty share it, as they share the measurement of the sample. */
export const ensembleSetup: Setup<EnsembleState> = {
  initial: { scope: "puzzle", starts: 64, sampleStarts: 4 },
  write: ({ scope, starts, sampleStarts }) => [scope, starts, sampleStarts].join(":"),
  read: (text) => readFields(Fields, text),
};

const Fields = v.pipe(
  v.strictTuple([v.picklist(SCOPES), oneOf(START_CHOICES), oneOf(SAMPLE_START_CHOICES)]),
  v.transform(([scope, starts, sampleStarts]): EnsembleState => ({ scope, starts, sampleStarts })),
);
