import type { MeasureName } from "./measures";

/** Parts of the page that a step can point at. */
export const PLACES = ["board", "view", "residuals", "list", "settings", "verdict", "transport"] as const;
export type Place = (typeof PLACES)[number];

/** What a step waits for before it counts as done. */
export type Until =
  | { readonly kind: "ended" }
  | { readonly kind: "iteration"; readonly k: number }
  /** At least `count` trajectories have settled. */
  | { readonly kind: "settled"; readonly count: number }
  /** A trajectory has settled on the grid of this letter. */
  | { readonly kind: "settledOn"; readonly letter: string }
  | { readonly kind: "view"; readonly view: string };

/** What a question can ask about: a state that a run reaches, or not. A view is no state of a run. */
export type Reached = Exclude<Until, { readonly kind: "view" }>;

/** A question asked before the run, whose answer is measured in it. */
export type Question =
  | {
      readonly kind: "number";
      readonly text: string;
      readonly measure: MeasureName;
      /** A guess this far off still counts as right. */
      readonly tolerance: number;
    }
  | {
      readonly kind: "choice";
      readonly text: string;
      readonly choices: readonly string[];
      /** Index of the right one. */
      readonly right: number;
    }
  | {
      readonly kind: "whether";
      readonly text: string;
      /** Yes where the run reaches it, no where it ends without. */
      readonly state: Reached;
    };

/** A number that a step's text states of its run: a test measures it, and the page says where a device differs. */
export interface Claim {
  readonly measure: MeasureName;
  readonly value: number;
  readonly tolerance: number;
}

export interface Step {
  readonly title: string;
  /** Hash of the saved state, "#v=1&p=...". */
  readonly link: string;
  /** Paragraphs: plain text with **strong**, *emphasis*, `code` and [words](link). */
  readonly text: readonly string[];
  /** One thing to do. */
  readonly task: string | null;
  readonly until: Until | null;
  readonly question: Question | null;
  /** Said once the question has been answered, or the step is done. */
  readonly after: readonly string[];
  readonly look: readonly Place[];
  readonly claims: readonly Claim[];
}

/** A course: steps in order. */
export interface Course {
  readonly title: string;
  /** For whom, or what it is about: a sentence. */
  readonly about: string;
  readonly minutes: number;
  readonly steps: readonly Step[];
}
