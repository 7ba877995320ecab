import { describe, expect, it } from "vitest";
import {
  advance,
  type Extent,
  follow,
  goLive,
  type Playback,
  pause,
  play,
  seek,
  startPlayback,
  step,
} from "./playback";

const extent = (end: number, rest: Partial<Extent> = {}): Extent => ({ end, depth: 128, ended: false, ...rest });

/** A worker that reaches every goal between two frames of the page. */
function watch(from: Playback, start: Extent, speed: number, seconds: number): { playback: Playback; extent: Extent } {
  let playback = from;
  let known = start;
  for (let frame = 0; frame < seconds * 60; frame++) {
    playback = advance(playback, known, speed, 1 / 60);
    known = { ...known, end: Math.max(known.end, playback.goal) };
    playback = follow(playback, known);
  }
  return { playback, extent: known };
}

describe("playing live", () => {
  it("moves the goal at the speed, and the cursor with the newest iteration", () => {
    const { playback } = watch(startPlayback(true), extent(0), 12, 2);
    expect(playback.goal).toBeGreaterThanOrEqual(23);
    expect(playback.goal).toBeLessThanOrEqual(24);
    expect(playback.cursor).toBe(playback.goal);
  });

  it("asks for the whole depth when it may go as fast as it can", () => {
    expect(advance(startPlayback(true), extent(0), Number.POSITIVE_INFINITY, 0.01).goal).toBe(128);
  });

  it("does not let the goal run away from a slow machine", () => {
    let playback = startPlayback(true);
    for (let frame = 0; frame < 600; frame++) playback = advance(playback, extent(4), 12, 1 / 60);
    expect(playback.goal).toBe(4 + 3);
  });

  it("stops by itself at the depth, or where the run ended", () => {
    const { playback } = watch(startPlayback(true), extent(120), 60, 2);
    expect(playback).toMatchObject({ cursor: 128, playing: false, live: true });
    const settled = { ...startPlayback(true), cursor: 50 };
    expect(advance(settled, extent(50, { ended: true }), 12, 0.1).playing).toBe(false);
  });
});

describe("looking back", () => {
  it("leaves live and pauses; new iterations do not move the cursor", () => {
    const scrubbed = seek({ ...startPlayback(true), cursor: 40, goal: 42 }, extent(40), 10.4);
    expect(scrubbed).toMatchObject({ cursor: 10, live: false, playing: false, goal: 40 });
    expect(follow(scrubbed, extent(42)).cursor).toBe(10);
  });

  it("replays the record at the speed, asks for nothing new, then goes live", () => {
    const playing = play(seek(startPlayback(false), extent(30), 10), extent(30));
    expect(playing.live).toBe(false);
    const halfway = advance(playing, extent(30), 10, 1);
    expect(halfway).toMatchObject({ cursor: 20, live: false, goal: 30 });
    const { playback } = watch(playing, extent(30), 10, 3);
    expect(playback.live).toBe(true);
    expect(playback.cursor).toBeGreaterThan(35);
  });

  it("is live again when the cursor is dragged to the newest iteration", () => {
    expect(seek(startPlayback(false), extent(30), 99)).toMatchObject({ cursor: 30, live: true });
  });

  it("jumps to the newest iteration and goes on", () => {
    const back = seek(startPlayback(true), extent(30), 3);
    expect(goLive(back, extent(30))).toMatchObject({ cursor: 30, live: true, playing: true });
    expect(goLive(back, extent(30, { ended: true })).playing).toBe(false);
  });
});

describe("stepping", () => {
  it("asks for exactly one more iteration at the end", () => {
    const stepped = step(seek(startPlayback(true), extent(7), 7), extent(7), 1);
    expect(stepped).toMatchObject({ goal: 8, playing: false });
  });

  it("walks the record otherwise, and stays inside it", () => {
    const at5 = seek(startPlayback(false), extent(7), 5);
    expect(step(at5, extent(7), 1)).toMatchObject({ cursor: 6, live: false });
    expect(step(at5, extent(7), -1).cursor).toBe(4);
    expect(step(seek(at5, extent(7), 0), extent(7), -1).cursor).toBe(0);
  });

  it("has nothing to ask for after the depth", () => {
    const last = { ...startPlayback(false), cursor: 128, goal: 128 };
    expect(step(last, extent(128), 1)).toMatchObject({ cursor: 128, goal: 128 });
  });
});

it("plays a finished run once more from the start", () => {
  const last = { ...startPlayback(false), cursor: 60 };
  expect(play(last, extent(60, { ended: true }))).toMatchObject({ cursor: 0, live: false, playing: true });
});

describe("a run that starts further on", () => {
  it("asks for everything up to there at once and stays paused", () => {
    const opened = startPlayback(false, 44);
    expect(opened).toMatchObject({ goal: 44, playing: false, live: true });
    expect(follow(opened, extent(44)).cursor).toBe(44);
  });

  it("plays on from there at the speed", () => {
    const resumed = startPlayback(true, 44);
    expect(advance(resumed, extent(10), 12, 1 / 60).goal).toBe(44);
    const { playback } = watch(resumed, extent(44), 12, 1);
    expect(playback.goal).toBeGreaterThanOrEqual(55);
    expect(playback.goal).toBeLessThanOrEqual(57);
  });

  it("can be paused on the way", () => {
    expect(pause(startPlayback(true, 44), extent(12)).goal).toBe(12);
  });
});

describe("a link to an iteration of a run that had gone on", () => {
  const opened = () => startPlayback(false, 57, 20);

  it("shows that iteration as soon as it is there, and what comes after it", () => {
    expect(opened()).toMatchObject({ goal: 57, live: false });
    expect(follow(opened(), extent(8))).toMatchObject({ cursor: 8, opensAt: 20 });
    const there = follow(follow(opened(), extent(8)), extent(31));
    expect(there).toMatchObject({ cursor: 20, opensAt: null, goal: 57, playing: false });
    expect(follow(there, extent(57)).cursor).toBe(20);
  });

  it("stays where a person went meanwhile, and ends where the run ends before it", () => {
    const sought = seek(follow(opened(), extent(30)), extent(30), 4);
    expect(follow(sought, extent(57)).cursor).toBe(4);
    expect(follow(opened(), extent(12, { ended: true }))).toMatchObject({ cursor: 12, opensAt: null });
  });

  it("is replayed from there when it is played, not before all of it is there", () => {
    let playback = play(opened(), extent(0));
    expect(advance(playback, extent(0), 12, 1)).toBe(playback);
    playback = follow(playback, extent(40));
    expect(advance(playback, extent(40), 12, 1).cursor).toBe(20);
    expect(advance(playback, extent(57), 12, 1).cursor).toBe(32);
  });
});
