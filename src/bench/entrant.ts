import type { ModelCard } from "../model/eqr/model/card";
import type { Summary } from "../model/eqr/record/summary";
import { agree } from "./agreement";
import type { Bout, Contestant } from "./contestants/contestant";
import type { Counts } from "./counters";
import { type Effort, type Experience, effortFor, onlyOne } from "./plan";
import type { ContestantName, Measured, Plan } from "./protocol";
import { workOf } from "./roofline";
import { median, spread } from "./statistics";

/** What timing needs from outside. */
export interface Clockwork {
  readonly plan: Plan;
  /** Milliseconds. */
  readonly now: () => number;
  /** Takes the count of GPU work and starts it anew. */
  readonly count: () => Counts;
}

/** The slow, plain one, that the others are held against. */
export const JUDGE: ContestantName = "tfjs-wasm";

/** Someone who has entered and made an iteration or two. */
export interface Entrant {
  readonly name: ContestantName;
  readonly bout: Bout;
  readonly effort: Effort;
  /** Of the first iterations. */
  readonly summaries: readonly Summary[];
  readonly rates: number[];
  /** Iterations of what `rates` tells of. */
  iterations: number;
  dispatches: number;
  bytesRead: number;
  /** Why it is out, in words; null while it is in. */
  failure: string | null;
}

/**
 * The first iteration compiles and allocates; the second tells how long one takes. Where the budget has no room for batches
 * that one is the measurement, and the first where there is no room for two, judging by what the last breadth took.
 */
export async function enter(
  name: ContestantName,
  contestant: Contestant,
  breadth: number,
  last: Experience | undefined,
  { plan, now, count }: Clockwork,
) {
  const bout = await contestant.enter(breadth);
  const began = now();
  const secondsSince = (time: number) => Math.max(now() - time, 0.01) / 1000;
  const summaries = onlyOne(plan, breadth, last) ? [] : [await bout.run(1, 1)];
  count();
  const start = now();
  summaries.push(await bout.run(1, 1));
  const seconds = secondsSince(start);
  const effort = effortFor(plan, seconds, secondsSince(began));
  const entrant: Entrant = {
    ...{ name, bout, effort, summaries, rates: [], iterations: effort.iterations, failure: null },
    ...count(),
  };
  if (effort.rounds === 0) {
    entrant.rates.push(1 / seconds);
    entrant.iterations = 1;
  }
  return { entrant, seconds };
}

/** Times one more batch; what goes wrong in it puts the entrant out. */
export async function timeBatch(entrant: Entrant, { now, count }: Clockwork): Promise<void> {
  const { iterations, together } = entrant.effort;
  count();
  const began = now();
  try {
    await entrant.bout.run(iterations, together);
  } catch (error) {
    entrant.failure = messageOf(error);
    return;
  }
  entrant.rates.push((1000 * iterations) / (now() - began));
  const { dispatches, bytesRead } = count();
  entrant.dispatches = dispatches / iterations;
  entrant.bytesRead = bytesRead / iterations;
}

/** The figures of an entrant; its shares of what the device can do are not known here. */
export function measured(entrant: Entrant, breadth: number, judge: Entrant | undefined, card: ModelCard): Measured {
  const { name, rates, effort, iterations, summaries, dispatches, bytesRead } = entrant;
  const [mine, reference] = [summaries.at(-1), judge?.summaries[summaries.length - 1]];
  const work = workOf(card, breadth);
  const rate = median(rates);
  return {
    kind: "measured",
    contestant: name,
    breadth,
    iterationsPerSecond: rate,
    slowest: Math.min(...rates),
    fastest: Math.max(...rates),
    spread: rates.length > 1 ? spread(rates) : null,
    batches: rates.length,
    iterations,
    // With time left after a single first iteration, what was timed is the second.
    first: effort.rounds === 0 && summaries.length === 1,
    dispatches,
    bytesRead,
    gflops: (work.flops * rate) / 1e9,
    ofRate: null,
    ofBandwidth: null,
    agrees: mine && reference && name !== JUDGE ? agree(mine, reference) : null,
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
