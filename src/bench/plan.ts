import type { Plan } from "./protocol";

export const PLANS = {
  quick: { breadths: [1, 8], rounds: 5, batchSeconds: 0.8, budgetSeconds: 40, limitSeconds: 200 },
  full: { breadths: [1, 8, 64, 512], rounds: 7, batchSeconds: 1, budgetSeconds: 120, limitSeconds: 700 },
  /** Enough to see that everything runs; its figures are worth little. */
  smoke: { breadths: [1], rounds: 1, batchSeconds: 0.05, budgetSeconds: 15, limitSeconds: 60 },
} as const satisfies Readonly<Record<string, Plan>>;

export type PlanName = keyof typeof PLANS;

export function isPlanName(text: string | null): text is PlanName {
  return text !== null && Object.hasOwn(PLANS, text);
}

/** A plan with more or less patience: so many seconds for each contestant at each breadth. */
export function withBudget(plan: Plan, budgetSeconds: number | null): Plan {
  if (budgetSeconds === null) return plan;
  // Those that want the patience are few: two peers at one breadth or two.
  return { ...plan, budgetSeconds, limitSeconds: plan.limitSeconds + 4 * budgetSeconds };
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

/**
 * The batches that fit into what is left of a contestant's budget after so many seconds; no rounds where none does, and then
 * the iteration that told how long one takes is all there is.
 */
export function effortFor(plan: Plan, iterationSeconds: number, spentSeconds: number): Effort {
  const { batchSeconds, budgetSeconds } = plan;
  const iterations = Math.min(MOST_ITERATIONS, Math.max(1, Math.round(batchSeconds / iterationSeconds)));
  const together = Math.min(32, iterations, Math.max(1, Math.ceil(SUBMIT_SECONDS / iterationSeconds)));
  const wanted = iterationSeconds > batchSeconds ? Math.min(plan.rounds, SLOW_ROUNDS) : plan.rounds;
  const affordable = Math.floor((budgetSeconds - spentSeconds) / (iterations * iterationSeconds));
  return { rounds: Math.max(0, Math.min(wanted, affordable)), iterations, together };
}

/** What an iteration took at a breadth. */
export interface Experience {
  readonly breadth: number;
  readonly seconds: number;
}

/** Seconds to be expected of an iteration: in proportion to the breadth; small batches waste more of a device than large ones. */
function expectedSeconds(breadth: number, last: Experience | undefined): number {
  return last ? (last.seconds * breadth) / last.breadth : 0;
}

/** Whether there is time for one iteration only, which then is the first: a second would break the budget. */
export function onlyOne({ budgetSeconds }: Plan, breadth: number, last: Experience | undefined): boolean {
  return 2 * expectedSeconds(breadth, last) > budgetSeconds;
}

/** Why a contestant should not be tried at a breadth, so many seconds after the start, in words; null when it should. */
export function whyNot(plan: Plan, breadth: number, last: Experience | undefined, elapsed: number): string | null {
  const { budgetSeconds, limitSeconds } = plan;
  if (elapsed > limitSeconds) return `Not run: the time limit of ${seconds(limitSeconds)} had passed.`;
  const expected = expectedSeconds(breadth, last);
  const left = Math.min(budgetSeconds, limitSeconds - elapsed);
  if (!last || expected <= left) return null;
  const told = `Not run: an iteration took ${seconds(last.seconds)} at breadth ${last.breadth}, so about ${seconds(expected)} were to be expected here`;
  return expected > budgetSeconds
    ? `${told}, and nobody has more than ${seconds(budgetSeconds)} at a breadth.`
    : `${told}, and ${seconds(left)} were left of the ${seconds(limitSeconds)} in all.`;
}

function seconds(value: number): string {
  return `${value >= 10 ? value.toFixed(0) : value.toPrecision(2)} s`;
}
