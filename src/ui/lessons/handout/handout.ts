import type { Claim, Course, Step } from "../course";
import type { MeasureName } from "../measures";

/** A picture as SVG, and what it shows. */
export interface Picture {
  readonly kind: "board" | "view" | "chart";
  readonly svg: string;
  readonly caption: string;
}

/** What the run of a step gave, or why there is none. */
export type StepRun =
  | { readonly kind: "failed"; readonly why: string }
  | {
      readonly kind: "run";
      /** Why the run was stopped before its end; null where it was not. */
      readonly stopped: string | null;
      /** Before the run went on from where the link opens it. */
      readonly before: readonly Picture[];
      readonly after: readonly Picture[];
      readonly found: Readonly<Record<MeasureName, number>>;
      readonly breadth: number;
      /** Whether the step looks at its run, and not at a system or a set beside it. */
      readonly ofRun: boolean;
      /** Whether the state that the question asks about was reached; null where none is asked about, or that is open. */
      readonly reached: boolean | null;
      /** What the text states and the run did not bear out. */
      readonly broken: readonly { readonly claim: Claim; readonly found: number }[];
    };

export interface HandoutStep {
  readonly step: Step;
  /** The address that opens the step. */
  readonly address: string;
  readonly run: StepRun;
}

/** A course on paper: its steps with what their runs gave. */
export interface Handout {
  readonly course: Course;
  readonly steps: readonly HandoutStep[];
  /** Where and when the runs were made: "computed on ... on 1 May 2026". */
  readonly made: string;
}
