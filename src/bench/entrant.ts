import type { Summary } from "../model/eqr/backend";
import type { ModelCard } from "../model/eqr/card";
import { agree } from "./agreement";
import type { Bout, Contestant } from "./contestants/contestant";
import type { Counts } from "./counters";
import { type Effort, effortFor } from "./plan";
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

/** Someone who has entered and made two iterations. */
export interface Entrant {
  readonly name: ContestantName;
  readonly bout: Bout;
  readonly effort: Effort;
  /** Of the second iteration. */
  readonly summary: Summary;
  readonly rates: number[];
  dispatches: number;
  bytesRead: number;
  /** Why it is out, in words; null while it is in. */
  failure: string | null;
}

/** The first iteration compiles and allocates; the second tells how long one takes. */
export async function enter(name: ContestantName, contestant: Contestant, breadth: number, { plan, now }: Clockwork) {
  const bout = await contestant.enter(breadth);
  await bout.run(1, 1);
  const began = now();
  const summary = await bout.run(1, 1);
  const seconds = Math.max(now() - began, 0.01) / 1000;
  const effort = effortFor(plan, seconds);
  const entrant: Entrant = { name, bout, effort, summary, rates: [], dispatches: 0, bytesRead: 0, failure: null };
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
export function measured(entrant: Entrant, breadth: number, judge: Summary | null, card: ModelCard): Measured {
  const { name, rates, effort, summary, dispatches, bytesRead } = entrant;
  const work = workOf(card, breadth);
  const rate = median(rates);
  return {
    kind: "measured",
    contestant: name,
    breadth,
    iterationsPerSecond: rate,
    slowest: Math.min(...rates),
    fastest: Math.max(...rates),
    spread: spread(rates),
    batches: rates.length,
    iterations: effort.iterations,
    dispatches,
    bytesRead,
    gflops: (work.flops * rate) / 1e9,
    ofRate: null,
    ofBandwidth: null,
    agrees: judge && name !== JUDGE ? agree(summary, judge) : null,
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
