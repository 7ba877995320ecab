/**
 * The clock of the page, as a pure function of time. The worker has none: it computes toward a goal, and playing means
 * moving that goal. The cursor is the iteration that every panel draws; live, it follows the newest one.
 */
export interface Playback {
  readonly cursor: number;
  /** True while the cursor follows the end of the record. */
  readonly live: boolean;
  readonly playing: boolean;
  /** Iteration that the worker is asked to reach. */
  readonly goal: number;
  /** Part of an iteration that time has earned but not spent. */
  readonly owed: number;
  /** Iteration that is asked for at once, whatever the speed: a link's, or the one where a changed run was. */
  readonly rushTo: number;
  /** Iteration that the cursor waits for, while the run is computed beyond it: a link's. Null once it is there. */
  readonly opensAt: number | null;
}

/** How far the run has come: the newest iteration known, the last there will be, and whether it ended by itself. */
export interface Extent {
  readonly end: number;
  readonly depth: number;
  readonly ended: boolean;
}

/** Iterations a second; Infinity is as fast as the machine goes. */
export const SPEEDS = [1, 3, 6, 12, 30, 60, Number.POSITIVE_INFINITY] as const;

/** A replay of what is known already needs a pace of its own where the live run goes as fast as it can. */
const FASTEST_REPLAY = 240;
/** On a slow machine the goal may run this far ahead (in seconds of play), so that a stall is not followed by a burst. */
const LEAD_SECONDS = 0.25;

/**
 * The state of a new run: playing or not, after everything up to `rushTo` has been computed; with the cursor at `opensAt`
 * where that is before it.
 */
export function startPlayback(playing: boolean, rushTo = 0, opensAt = rushTo): Playback {
  const looksBack = opensAt < rushTo;
  const at = looksBack ? opensAt : null;
  return { cursor: 0, live: !looksBack, playing, goal: rushTo, owed: 0, rushTo, opensAt: at };
}

/** The state of a run that is known as a whole: played from its start, or at rest at an iteration, by default its last. */
export function startReplay({ end }: Extent, playing: boolean, at = end): Playback {
  const cursor = playing ? 0 : Math.min(at, end);
  return { cursor, live: cursor >= end, playing, goal: end, owed: 0, rushTo: 0, opensAt: null };
}

/** Whether there is anything left to play from here. */
export function atTheEnd(playback: Playback, extent: Extent): boolean {
  return playback.cursor >= extent.end && isComplete(extent);
}

/** Time passes. */
export function advance(playback: Playback, extent: Extent, speed: number, seconds: number): Playback {
  if (!playback.playing) return playback;
  // Nothing is replayed before the picture that is to be seen first is there.
  if (playback.opensAt !== null || (!playback.live && extent.end < playback.rushTo && !isComplete(extent)))
    return playback;
  if (atTheEnd(playback, extent)) return { ...playback, playing: false, live: true, owed: 0 };
  return playback.live ? advanceLive(playback, extent, speed, seconds) : replay(playback, extent, speed, seconds);
}

/** New iterations have arrived. */
export function follow(playback: Playback, extent: Extent): Playback {
  const { opensAt } = playback;
  if (opensAt !== null) {
    const cursor = Math.min(opensAt, extent.end);
    return { ...playback, cursor, opensAt: cursor < opensAt && !isComplete(extent) ? opensAt : null };
  }
  const cursor = playback.live ? extent.end : Math.min(playback.cursor, extent.end);
  return cursor === playback.cursor ? playback : { ...playback, cursor };
}

/** Plays on from the cursor; at the end of a finished run, once more from the start. */
export function play(playback: Playback, extent: Extent): Playback {
  if (playback.opensAt !== null) return { ...playback, playing: true };
  if (atTheEnd(playback, extent)) return { ...playback, playing: true, live: false, cursor: 0, owed: 0 };
  return { ...playback, playing: true, live: playback.cursor >= extent.end, owed: 0 };
}

export function pause(playback: Playback, extent: Extent): Playback {
  return { ...playback, playing: false, goal: extent.end, owed: 0, rushTo: 0, opensAt: null };
}

/** Moves the cursor to a known iteration and stops there. The newest one is live. */
export function seek(playback: Playback, extent: Extent, k: number): Playback {
  const cursor = Math.max(0, Math.min(extent.end, Math.round(k)));
  return { ...pause(playback, extent), cursor, live: cursor >= extent.end };
}

/** One iteration forward or back; forward from the newest asks for one more. */
export function step(playback: Playback, extent: Extent, by: 1 | -1): Playback {
  const paused = pause(playback, extent);
  if (by > 0 && playback.cursor >= extent.end)
    return isComplete(extent) ? paused : { ...paused, live: true, goal: extent.end + 1 };
  return seek(playback, extent, playback.cursor + by);
}

/** Back to the newest iteration, and on from there. */
export function goLive(playback: Playback, extent: Extent): Playback {
  return { ...playback, cursor: extent.end, live: true, playing: !isComplete(extent), owed: 0, opensAt: null };
}

function advanceLive(playback: Playback, extent: Extent, speed: number, seconds: number): Playback {
  if (extent.end < playback.rushTo) return playback;
  if (speed === Number.POSITIVE_INFINITY) return { ...playback, goal: extent.depth, owed: 0 };
  const earned = playback.owed + speed * seconds;
  const lead = Math.max(1, Math.ceil(speed * LEAD_SECONDS));
  const from = Math.max(extent.end, Math.min(playback.goal, extent.end + lead));
  const goal = Math.min(extent.depth, extent.end + lead, from + Math.floor(earned));
  return { ...playback, goal, owed: earned % 1 };
}

function replay(playback: Playback, extent: Extent, speed: number, seconds: number): Playback {
  const earned = playback.owed + Math.min(speed, FASTEST_REPLAY) * seconds;
  const cursor = Math.min(extent.end, playback.cursor + Math.floor(earned));
  return { ...playback, cursor, live: cursor >= extent.end, goal: extent.end, owed: earned % 1 };
}

function isComplete(extent: Extent): boolean {
  return extent.ended || extent.end >= extent.depth;
}
