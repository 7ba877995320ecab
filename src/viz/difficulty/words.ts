import type { PuzzleTime, TimeBand } from "../../model/analysis/adaptive";
import { formatPercent } from "../format";
import type { Outcome } from "../types";

/** How a puzzle's starts have come out, as one mark: a wrong one weighs most, then whether half of them settled. */
export function markOf({ starts, settled, right, median }: PuzzleTime): Outcome {
  if (right < settled) return "settled-other";
  return settled > 0 && (Number.isFinite(median) || settled === starts) ? "settled-valid" : "wandering";
}

export function bandName({ from, to }: TimeBand): string {
  if (from === to) return from === 0 ? "no guesses" : `${from}`;
  return Number.isFinite(to) ? `${from}–${to} guesses` : `${from} or more guesses`;
}

function formatTime(iterations: number, depth: number): string {
  return Number.isFinite(iterations) ? String(iterations) : `over ${depth}`;
}

/** "24 (95 % interval 21–30)". */
export function medianWords({ median, interval }: TimeBand, depth: number): string {
  if (!interval) return formatTime(median, depth);
  const [low, high] = interval;
  return `${formatTime(median, depth)} (95 % interval ${formatTime(low, depth)}–${formatTime(high, depth)})`;
}

export function settledWords({ settled: { count, n, share, low, high } }: TimeBand): string {
  return `${count} of ${n}, ${formatPercent(share)} (95 % interval ${Math.round(100 * low)}–${formatPercent(high)})`;
}

/** A puzzle in a sentence. */
export function puzzleSentence(time: PuzzleTime, depth: number): string {
  const { puzzle, guesses, starts, settled, right, median, fastest } = time;
  const wrong = settled - right;
  const who = `Puzzle ${puzzle + 1}: ${guesses} ${guesses === 1 ? "guess" : "guesses"}`;
  if (settled === 0) return `${who}; none of ${starts} starts settled within ${depth} iterations.`;
  const times = `median ${formatTime(median, depth)}, fastest ${fastest} iterations`;
  return `${who}; ${settled} of ${starts} starts settled${wrong > 0 ? `, ${wrong} of them wrong` : ""}; ${times}.`;
}
