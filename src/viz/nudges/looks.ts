import type { NudgeEvent } from "../../model/eqr/nudges/nudgeRecord";
import type { MarkShape } from "../outcome";

export interface EventLook {
  /** On a legend. */
  readonly short: string;
  /** What it means. */
  readonly word: string;
  readonly shape: MarkShape;
  readonly variable: `--${string}`;
}

/** How an event of a nudged trajectory looks and what it is called, on the map and on the timeline. */
export const EVENTS: Readonly<Record<NudgeEvent["kind"], EventLook>> = {
  hypothesis: { short: "hypothesis", word: "a hypothesis was set", shape: "plus", variable: "--nudge" },
  released: { short: "released", word: "all hypotheses were taken away", shape: "minus", variable: "--nudge" },
  accepted: { short: "accepted", word: "the belief outlived the release", shape: "diamond", variable: "--ink" },
  rejected: { short: "rejected", word: "the belief did not outlive the release", shape: "cross", variable: "--nudge" },
  expired: { short: "expired", word: "no belief came", shape: "bar", variable: "--nudge" },
};
