/** What is said of nudges, the same everywhere. Cycles are counted from 1, as people count. */
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import type { NudgeStanding } from "../types";

/** "1 hypothesis", "3 hypotheses". */
export function hypothesesWords(count: number): string {
  return `${count} ${count === 1 ? "hypothesis" : "hypotheses"}`;
}

/** Where a nudged trajectory is, for screen readers: "cycle 2, under 3 hypotheses". */
export function standingWords({ phase, cycle, hypotheses, acceptedAt }: NudgeStanding): string {
  const place = `cycle ${cycle + 1}`;
  switch (phase) {
    case "settling":
      return `${place}, no hypothesis set`;
    case "nudged":
      return `${place}, under ${hypothesesWords(hypotheses)}`;
    case "releasing":
      return `${place}, released and on probation`;
    case "accepted":
      return `${place}, accepted at iteration ${acceptedAt ?? "–"}`;
  }
}

/** The same where space is short: "cycle 2 · 3 nudges". */
export function shortStanding({ phase, cycle, hypotheses }: NudgeStanding): string {
  const doing = {
    settling: "settling",
    nudged: `${hypotheses} ${hypotheses === 1 ? "nudge" : "nudges"}`,
    releasing: "released",
    accepted: "accepted",
  };
  return `cycle ${cycle + 1} · ${doing[phase]}`;
}

/** What became of a cycle: "accepted at 244", "expired at 128"; "goes on" while it is open. */
function fateWords({ fate, acceptedAt, to }: NudgeCycle): string {
  return fate === "open" ? "goes on" : `${fate} at ${acceptedAt ?? to}`;
}

/** A cycle in one sentence: "Cycle 3, from 128: 2 hypotheses, released at 212, rejected at 244." */
export function cycleSentence(cycle: NudgeCycle): string {
  const set = cycle.hypotheses.length === 0 ? "no hypothesis" : hypothesesWords(cycle.hypotheses.length);
  const released = cycle.releasedAt === null ? "" : `, released at ${cycle.releasedAt}`;
  return `Cycle ${cycle.cycle + 1}, from ${cycle.from}: ${set}${released}, ${fateWords(cycle)}.`;
}
