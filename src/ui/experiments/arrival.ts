import type { ExperimentKind } from "../../model/experiments/requests";
import type { Playback } from "../run/playback";
import type { Arrival } from "../store/page";

/** What decides whether an experiment of a view that a link opened begins by itself. */
export interface ArrivalInput {
  readonly arrival: Arrival | null;
  readonly view: string;
  readonly kind: ExperimentKind;
  /** Iterations of one state at most; null while there is nothing to measure. */
  readonly cost: number | null;
  /** Iterations of one state per second here; null until it is known. */
  readonly rate: number | null;
}

/** Whether a view is filled by its run, so that a receiver sees what the sender saw without a measurement. */
export function isFilledByRun(kind: ExperimentKind): boolean {
  return kind === "starts";
}

/** The arrival once the experiment has begun; null where it is not to begin by itself, or not yet. */
export function begunBy({ arrival, view, kind, cost, rate }: ArrivalInput): Arrival | null {
  if (isFilledByRun(kind) || arrival?.view !== view || arrival.begun.includes(kind) || cost === null || rate === null)
    return null;
  const seconds = arrival.seconds - cost / rate;
  return seconds < 0 ? null : { ...arrival, seconds, begun: [...arrival.begun, kind] };
}

/** Whether a run is where its link opens it, so that what is measured of it is what the sender measured. */
export function isThere({ playing, opensAt, rushTo }: Playback, end: number, ended: boolean): boolean {
  return !playing && opensAt === null && (end >= rushTo || ended);
}
