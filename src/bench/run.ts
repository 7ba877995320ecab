import type { Summary } from "../model/eqr/backend";
import type { ModelCard } from "../model/eqr/card";
import { agree } from "./agreement";
import type { Bout, Contestant } from "./contestants/contestant";
import type { Counts } from "./counters";
import { type Effort, type Experience, effortFor, whyLate, whyTooSlow } from "./plan";
import type { Roofs } from "./probe/roofs";
import type { BenchEvent, ContestantName, Measured, Plan, Row } from "./protocol";
import { inOrder, nameOf } from "./report";
import { withShares, workOf } from "./roofline";
import { median, spread } from "./statistics";

/** What a run of the benchmark needs from outside. */
export interface Doors {
  readonly plan: Plan;
  readonly names: readonly ContestantName[];
  readonly card: ModelCard;
  /** Measures the device once more and gives the best of what was measured so far. */
  readonly probe: () => Promise<Roofs>;
  /** Sets up a contestant, or throws an Error in words. */
  readonly open: (name: ContestantName) => Promise<Contestant>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Takes the count of GPU work and starts it anew. */
  readonly count: () => Counts;
}

export interface BenchResult {
  readonly rows: readonly Row[];
  readonly roofs: Roofs;
}

/** The slow, plain one, that the others are held against. */
const JUDGE: ContestantName = "tfjs-wasm";

/** Someone who has entered and made two iterations. */
interface Entrant {
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

/**
 * Runs the benchmark: breadth by breadth, everyone sets up and makes two iterations untimed, then batches are timed in
 * turn, so that whatever else the machine does falls on all alike. Yields progress and rows; gives all rows at the end.
 */
export async function* runBench(doors: Doors): AsyncGenerator<BenchEvent, BenchResult> {
  const { plan, names } = doors;
  const contestants = new Map<ContestantName, Contestant>();
  const experience = new Map<ContestantName, Experience>();
  const rows: Row[] = [];
  yield { kind: "progress", done: 0, total: 1, text: "Measuring what the device can do" };
  let roofs = await doors.probe();
  const total = plan.breadths.length * names.length * (plan.rounds + 1);
  let done = 0;
  const began = doors.now();
  const isLate = () => (doors.now() - began) / 1000 > plan.limitSeconds;
  const progress = (text: string): BenchEvent => ({ kind: "progress", done, total, text });
  const notRun = (contestant: ContestantName, breadth: number, reason: string): BenchEvent => {
    const row: Row = { kind: "not-run", contestant, breadth, reason };
    rows.push(row);
    return { kind: "row", row };
  };

  for (const breadth of plan.breadths) {
    const entrants: Entrant[] = [];
    for (const name of names) {
      const why = isLate() ? whyLate(plan) : whyTooSlow(plan, breadth, experience.get(name));
      if (why !== null) {
        done += plan.rounds + 1;
        yield notRun(name, breadth, why);
        continue;
      }
      yield progress(`${nameOf(name)} sets up for breadth ${breadth}`);
      try {
        const contestant = contestants.get(name) ?? (await doors.open(name));
        contestants.set(name, contestant);
        const entrant = await enter(name, contestant, breadth, doors);
        experience.set(name, { breadth, seconds: entrant.seconds });
        entrants.push(entrant.entrant);
        done++;
      } catch (error) {
        done += plan.rounds + 1;
        yield notRun(name, breadth, `Not run: ${messageOf(error)}`);
      }
    }

    for (let round = 0; round < plan.rounds; round++) {
      for (const entrant of rotated(entrants, round)) {
        // Late or not, whoever has set up is timed once.
        const due = round < entrant.effort.rounds && entrant.failure === null;
        if (due && (round === 0 || !isLate())) {
          yield progress(`${nameOf(entrant.name)}, breadth ${breadth}, batch ${round + 1} of ${entrant.effort.rounds}`);
          await timeBatch(entrant, doors);
        }
        done++;
      }
      roofs = await doors.probe();
    }

    const judge = entrants.find(({ name }) => name === JUDGE)?.summary ?? null;
    for (const entrant of entrants) {
      await entrant.bout.leave();
      if (entrant.failure !== null) {
        yield notRun(entrant.name, breadth, `Failed: ${entrant.failure}`);
        continue;
      }
      const row = withShares(measured(entrant, breadth, judge, doors), doors.card, roofs);
      rows.push(row);
      yield { kind: "row", row };
    }
  }
  for (const contestant of contestants.values()) await contestant.close();
  const final = rows.map((row) => (row.kind === "measured" ? withShares(row, doors.card, roofs) : row));
  return { rows: inOrder(final), roofs };
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** The first iteration compiles and allocates; the second tells how long one takes. */
async function enter(name: ContestantName, contestant: Contestant, breadth: number, { plan, now }: Doors) {
  const bout = await contestant.enter(breadth);
  await bout.run(1, 1);
  const began = now();
  const summary = await bout.run(1, 1);
  const seconds = Math.max(now() - began, 0.01) / 1000;
  const effort = effortFor(plan, seconds);
  const entrant: Entrant = { name, bout, effort, summary, rates: [], dispatches: 0, bytesRead: 0, failure: null };
  return { entrant, seconds };
}

async function timeBatch(entrant: Entrant, { now, count }: Doors): Promise<void> {
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

function measured(entrant: Entrant, breadth: number, judge: Summary | null, { card }: Doors): Measured {
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
