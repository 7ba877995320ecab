/** What is said of nudges, the same everywhere. Cycles are counted from 1, as people count. */
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import { say } from "../../words/say";
import type { NudgeStanding } from "../types";
import { EVENTS } from "./looks";

/** "1 hypothesis", "3 hypotheses". */
export function hypothesesWords(count: number): string {
  return count === 1 ? say`${count} hypothesis` : say`${count} hypotheses`;
}

/** Where a nudged trajectory is, for screen readers: "cycle 2, under 3 hypotheses". */
export function standingWords({ phase, cycle, hypotheses, acceptedAt }: NudgeStanding): string {
  const place = say`cycle ${cycle + 1}`;
  switch (phase) {
    case "settling":
      return say`${place}, no hypothesis set`;
    case "nudged":
      return say`${place}, under ${hypothesesWords(hypotheses)}`;
    case "releasing":
      return say`${place}, released and on probation`;
    case "accepted":
      return say`${place}, accepted at iteration ${acceptedAt ?? "–"}`;
  }
}

/** The same where space is short: "cycle 2 · 3 nudges". */
export function shortStanding({ phase, cycle, hypotheses }: NudgeStanding): string {
  const doing = {
    settling: say`settling`,
    nudged: hypotheses === 1 ? say`${hypotheses} nudge` : say`${hypotheses} nudges`,
    releasing: say`released`,
    accepted: say`accepted`,
  };
  return say`cycle ${cycle + 1} · ${doing[phase]}`;
}

/** What became of a cycle: "accepted at 244", "expired at 128"; "goes on" while it is open. */
function fateWords({ fate, acceptedAt, to }: NudgeCycle): string {
  return fate === "open" ? say`goes on` : say`${EVENTS[fate].short} at ${acceptedAt ?? to}`;
}

/** A cycle in one sentence: "Cycle 3, from 128: 2 hypotheses, released at 212, rejected at 244." */
export function cycleSentence(cycle: NudgeCycle): string {
  const set = cycle.hypotheses.length === 0 ? say`no hypothesis` : hypothesesWords(cycle.hypotheses.length);
  const released = cycle.releasedAt === null ? "" : say`, released at ${cycle.releasedAt}`;
  return say`Cycle ${cycle.cycle + 1}, from ${cycle.from}: ${set}${released}, ${fateWords(cycle)}.`;
}
