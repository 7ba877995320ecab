/**
 * When the path noise acts: with deviation sigma in the first `noisyFor` iterations of every `period`, and not at all in the
 * rest of it. Constant noise, cooling and annealing are cases of this one schedule.
 */
export interface NoiseSchedule {
  /** Standard deviation of the path noise. */
  readonly sigma: number;
  /** Iterations of each period in which the noise acts, or 0 for all of them. */
  readonly noisyFor: number;
  /** Iterations of a period, or 0 for one without end: the noise is then off for good after `noisyFor` (cooling). */
  readonly period: number;
}

export type ScheduleKind = "noiseless" | "constant" | "cooling" | "annealed";

export function scheduleKind({ sigma, noisyFor, period }: NoiseSchedule): ScheduleKind {
  if (sigma === 0) return "noiseless";
  if (noisyFor === 0 || (period > 0 && noisyFor >= period)) return "constant";
  return period === 0 ? "cooling" : "annealed";
}

/** Deviation of the path noise in the step that makes iteration k (k >= 1). training/rollout.py has the same. */
export function sigmaAt({ sigma, noisyFor, period }: NoiseSchedule, k: number): number {
  const place = period > 0 ? (k - 1) % period : k - 1;
  return noisyFor === 0 || place < noisyFor ? sigma : 0;
}

/** Whether two schedules give the same noise in all iterations. */
export function sameNoise(a: NoiseSchedule, b: NoiseSchedule): boolean {
  const kind = scheduleKind(a);
  if (kind !== scheduleKind(b)) return false;
  if (kind === "noiseless") return true;
  if (a.sigma !== b.sigma) return false;
  return kind === "constant" || (a.noisyFor === b.noisyFor && a.period === b.period);
}

/**
 * The latest iteration up to k that was made without noise; k itself where there is none. What noisy iterations show says
 * little: starts are ranked, and answers read, at this one.
 */
export function quietAt(schedule: NoiseSchedule, k: number): number {
  if (k < 1 || scheduleKind(schedule) !== "annealed") return k;
  const place = (k - 1) % schedule.period;
  const quiet = place < schedule.noisyFor ? k - place - 1 : k;
  return quiet < 1 ? k : quiet;
}

/** A stretch of iterations, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches without noise in iterations 1 ... end of a run with noise; none without. */
export function quietStretches(schedule: NoiseSchedule, end: number): Stretch[] {
  const { noisyFor, period } = schedule;
  const kind = scheduleKind(schedule);
  if (kind !== "cooling" && kind !== "annealed") return [];
  const stretches: Stretch[] = [];
  for (let begin = 0; begin + noisyFor < end; begin += period) {
    stretches.push({ from: begin + noisyFor + 1, to: kind === "cooling" ? end : Math.min(end, begin + period) });
    if (kind === "cooling") break;
  }
  return stretches;
}
