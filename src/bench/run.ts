import type { ModelCard } from "../model/eqr/model/card";
import type { Contestant } from "./contestants/contestant";
import { type Clockwork, type Entrant, enter, JUDGE, measured, messageOf, timeBatch } from "./entrant";
import { type Experience, whyNot } from "./plan";
import type { Roofs } from "./probe/roofs";
import type { BenchEvent, ContestantName, Row } from "./protocol";
import { inOrder, nameOf } from "./report";
import { withShares } from "./roofline";

/** What a run of the benchmark needs from outside. */
export interface Doors extends Clockwork {
  readonly names: readonly ContestantName[];
  readonly card: ModelCard;
  /** Measures the device once more and gives the best of what was measured so far. */
  readonly probe: () => Promise<Roofs>;
  /** Sets up a contestant, or throws an Error in words. */
  readonly open: (name: ContestantName) => Promise<Contestant>;
}

export interface BenchResult {
  readonly rows: readonly Row[];
  readonly roofs: Roofs;
}

/** What has been found out so far. */
interface Ledger {
  readonly contestants: Map<ContestantName, Contestant>;
  readonly experience: Map<ContestantName, Experience>;
  readonly rows: Row[];
  /** When the run began, by the doors' clock. */
  readonly began: number;
  roofs: Roofs;
  /** Of all set-ups and batches, those that are over or will not be. */
  done: number;
}

/**
 * Runs the benchmark: breadth by breadth, everyone sets up and makes two iterations untimed, then batches are timed in
 * turn, so that whatever else the machine does falls on all alike. Yields progress and rows; gives all rows at the end.
 */
export async function* runBench(doors: Doors): AsyncGenerator<BenchEvent, BenchResult> {
  yield { kind: "progress", done: 0, total: 1, text: "Measuring what the device can do" };
  const ledger: Ledger = {
    ...{ contestants: new Map(), experience: new Map(), rows: [], began: doors.now() },
    ...{ roofs: await doors.probe(), done: 0 },
  };
  for (const breadth of doors.plan.breadths) {
    const entrants = yield* enterAll(breadth, ledger, doors);
    yield* timeAll(entrants, breadth, ledger, doors);
    yield* leaveAll(entrants, breadth, ledger, doors);
  }
  const { contestants, rows, roofs } = ledger;
  for (const contestant of contestants.values()) await contestant.close();
  // The roofs have become better known since the first rows.
  return { rows: inOrder(rows.map((row) => withRoofs(row, ledger, doors))), roofs };
}

async function* enterAll(breadth: number, ledger: Ledger, doors: Doors): AsyncGenerator<BenchEvent, Entrant[]> {
  const { plan, names, open } = doors;
  const { contestants, experience } = ledger;
  const entrants: Entrant[] = [];
  for (const name of names) {
    const last = experience.get(name);
    const why = whyNot(plan, breadth, last, elapsed(ledger, doors));
    if (why !== null) {
      ledger.done += plan.rounds + 1;
      yield notRun(ledger, name, breadth, why);
      continue;
    }
    yield progress(ledger, doors, `${nameOf(name)} sets up for breadth ${breadth}`);
    try {
      const contestant = contestants.get(name) ?? (await open(name));
      contestants.set(name, contestant);
      const { entrant, seconds } = await enter(name, contestant, breadth, last, doors);
      experience.set(name, { breadth, seconds });
      entrants.push(entrant);
      ledger.done++;
    } catch (error) {
      ledger.done += plan.rounds + 1;
      yield notRun(ledger, name, breadth, `Not run: ${messageOf(error)}`);
    }
  }
  return entrants;
}

async function* timeAll(entrants: readonly Entrant[], breadth: number, ledger: Ledger, doors: Doors) {
  for (let round = 0; round < doors.plan.rounds; round++) {
    for (const entrant of rotated(entrants, round)) {
      const { name, effort, failure } = entrant;
      const due = round < effort.rounds && failure === null;
      // Late or not, whoever has set up is timed once.
      if (due && (round === 0 || elapsed(ledger, doors) <= doors.plan.limitSeconds)) {
        yield progress(ledger, doors, `${nameOf(name)}, breadth ${breadth}, batch ${round + 1} of ${effort.rounds}`);
        await timeBatch(entrant, doors);
      }
      ledger.done++;
    }
    ledger.roofs = await doors.probe();
  }
}

async function* leaveAll(entrants: readonly Entrant[], breadth: number, ledger: Ledger, doors: Doors) {
  const judge = entrants.find(({ name }) => name === JUDGE);
  for (const entrant of entrants) {
    await entrant.bout.leave();
    if (entrant.failure !== null) {
      yield notRun(ledger, entrant.name, breadth, `Failed: ${entrant.failure}`);
      continue;
    }
    const row = withRoofs(measured(entrant, breadth, judge, doors.card), ledger, doors);
    ledger.rows.push(row);
    yield { kind: "row" as const, row };
  }
}

function elapsed({ began }: Ledger, { now }: Doors): number {
  return (now() - began) / 1000;
}

function progress({ done }: Ledger, { plan, names }: Doors, text: string): BenchEvent {
  return { kind: "progress", done, total: plan.breadths.length * names.length * (plan.rounds + 1), text };
}

function notRun({ rows }: Ledger, contestant: ContestantName, breadth: number, reason: string): BenchEvent {
  const row: Row = { kind: "not-run", contestant, breadth, reason };
  rows.push(row);
  return { kind: "row", row };
}

function withRoofs(row: Row, { roofs }: Ledger, { card }: Doors): Row {
  return row.kind === "measured" ? withShares(row, card, roofs) : row;
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const at = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
