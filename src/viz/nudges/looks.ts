import type { NudgeEvent } from "../../model/eqr/nudges/nudgeRecord";
import { say } from "../../words/say";
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
  hypothesis: { short: say`hypothesis`, word: say`a hypothesis was set`, shape: "plus", variable: "--nudge" },
  released: { short: say`released`, word: say`all hypotheses were taken away`, shape: "minus", variable: "--nudge" },
  accepted: {
    short: say`accepted`,
    word: say`at rest after the release, and still believed`,
    shape: "diamond",
    variable: "--ink",
  },
  rejected: {
    short: say`rejected`,
    word: say`after the release no rest, or no belief`,
    shape: "cross",
    variable: "--nudge",
  },
  expired: { short: say`expired`, word: say`no belief came`, shape: "bar", variable: "--nudge" },
};
