import type { PuzzleTime, TimeBand } from "../../model/analysis/adaptive";
import type { Outcome } from "../../model/eqr/record/outcome";
import { say } from "../../words/say";
import { intervalText } from "../depthBreadth/words";

/** How a puzzle's starts have come out, as one mark: a wrong one weighs most, then whether half of them settled. */
export function markOf({ starts, settled, right, median }: PuzzleTime): Outcome {
  if (right < settled) return "settled-other";
  return settled > 0 && (Number.isFinite(median) || settled === starts) ? "settled-valid" : "wandering";
}

/** Guesses of a band: "none", "1–4", "20 or more". */
export function bandName({ from, to }: TimeBand): string {
  if (to === 0) return "none";
  return Number.isFinite(to) ? `${from}–${to}` : say`${from} or more`;
}

function formatTime(iterations: number, depth: number): string {
  return Number.isFinite(iterations) ? String(iterations) : say`over ${depth}`;
}

/** A median and its interval: "24 (21–30)". */
export function medianText({ median, interval }: TimeBand, depth: number): string {
  if (!interval) return formatTime(median, depth);
  const [low, high] = interval;
  return `${formatTime(median, depth)} (${formatTime(low, depth)}–${formatTime(high, depth)})`;
}

/** "37 of 40 (80–97 %)". */
export function settledText({ settled }: TimeBand): string {
  return say`${settled.count} of ${settled.n} (${intervalText(settled)})`;
}

/** The easiest band against the hardest. */
export function timesSentence(bands: readonly TimeBand[], depth: number): string | null {
  const words = (band: TimeBand) => say`${medianText(band, depth)} at ${bandName(band)} (${band.puzzles} puzzles)`;
  const [first, ...others] = bands;
  const last = others.at(-1);
  if (!first) return null;
  return say`Median iterations to settle, with 95 % intervals, by guesses: ${words(first)}${last ? `; ${words(last)}` : ""}.`;
}

/** A puzzle in a sentence. */
export function puzzleSentence(time: PuzzleTime, depth: number): string {
  const { puzzle, guesses, starts, settled, right, median, fastest } = time;
  const wrong = settled - right;
  const who = say`Puzzle ${puzzle + 1}: ${guesses} ${guesses === 1 ? say`guess` : say`guesses`}`;
  if (settled === 0) return say`${who}; none of ${starts} starts settled within ${depth} iterations.`;
  const times = say`median ${formatTime(median, depth)}, fastest ${fastest} iterations`;
  return say`${who}; ${settled} of ${starts} starts settled${wrong > 0 ? say`, ${wrong} of them wrong` : ""}; ${times}.`;
}
