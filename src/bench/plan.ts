import type { Plan } from "./protocol";

export const PLANS = {
  quick: { breadths: [1, 8], rounds: 5, batchSeconds: 0.8, patienceSeconds: 15, limitSeconds: 180 },
  full: { breadths: [1, 8, 64, 512], rounds: 7, batchSeconds: 2, patienceSeconds: 90, limitSeconds: 1500 },
  /** Enough to see that everything runs; its figures are worth little. */
  smoke: { breadths: [1], rounds: 1, batchSeconds: 0.05, patienceSeconds: 5, limitSeconds: 60 },
} as const satisfies Readonly<Record<string, Plan>>;

export type PlanName = keyof typeof PLANS;

export function isPlanName(text: string | null): text is PlanName {
  return text !== null && Object.hasOwn(PLANS, text);
}

/** A batch of one slow iteration is already longer than asked for: fewer of them will do. */
const SLOW_ROUNDS = 3;
/** Longer batches than this would only fill memory with summaries that wait to be read. */
const MOST_ITERATIONS = 512;
/** What one submit or read should take at least, so that its own cost does not count for much. */
const SUBMIT_SECONDS = 0.016;

/** How a contestant is measured whose iteration takes so many seconds. */
export interface Effort {
  readonly rounds: number;
  /** Iterations of a batch. */
  readonly iterations: number;
  /** Iterations whose summaries are read back together. */
  readonly together: number;
}

export function effortFor(plan: Plan, iterationSeconds: number): Effort {
  const { rounds, batchSeconds } = plan;
  const iterations = Math.min(MOST_ITERATIONS, Math.max(1, Math.round(batchSeconds / iterationSeconds)));
  const together = Math.min(32, iterations, Math.max(1, Math.ceil(SUBMIT_SECONDS / iterationSeconds)));
  return { rounds: iterationSeconds > batchSeconds ? Math.min(rounds, SLOW_ROUNDS) : rounds, iterations, together };
}

/** What an iteration took at a breadth. */
export interface Experience {
  readonly breadth: number;
  readonly seconds: number;
}

/** Why a contestant should not be tried at a breadth, in words; null when it should. */
export function whyTooSlow(plan: Plan, breadth: number, last: Experience | undefined): string | null {
  if (!last) return null;
  // No more than in proportion: small batches waste more of a device than large ones.
  const expected = (last.seconds * breadth) / last.breadth;
  if (expected <= plan.patienceSeconds) return null;
  return (
    `Not run: an iteration took ${seconds(last.seconds)} at breadth ${last.breadth}, so about ${seconds(expected)} ` +
    `were to be expected here, and the limit is ${seconds(plan.patienceSeconds)}.`
  );
}

/** Why nobody else is set up, in words. */
export function whyLate({ limitSeconds }: Plan): string {
  return `Not run: the time limit of ${seconds(limitSeconds)} had passed.`;
}

function seconds(value: number): string {
  return `${value >= 10 ? value.toFixed(0) : value.toPrecision(2)} s`;
}
