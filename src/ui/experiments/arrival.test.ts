import { expect, it } from "vitest";
import { startPlayback } from "../run/playback";
import { begunBy, isThere } from "./arrival";

const arrival = { view: "kick", seconds: 10, begun: [] };
const input = { arrival, view: "kick", kind: "kick", cost: 400, rate: 100 } as const;

it("begins what takes less than what is left of ten seconds, each once", () => {
  const first = begunBy(input);
  expect(first).toEqual({ view: "kick", seconds: 6, begun: ["kick"] });
  expect(begunBy({ ...input, arrival: first })).toBeNull();
  expect(begunBy({ ...input, arrival: first, kind: "basinRadius", cost: 700 })).toBeNull();
  expect(begunBy({ ...input, arrival: first, kind: "basinRadius", cost: 500 })?.seconds).toBe(1);
});

it("begins nothing without a link, in another view, or before speed and run are known", () => {
  expect(begunBy({ ...input, arrival: null })).toBeNull();
  expect(begunBy({ ...input, view: "basins" })).toBeNull();
  expect(begunBy({ ...input, rate: null })).toBeNull();
  expect(begunBy({ ...input, cost: null })).toBeNull();
  // Its grid is filled by the run.
  expect(begunBy({ ...input, kind: "starts" })).toBeNull();
});

it("waits until the run is where the link opens it", () => {
  const opens = startPlayback(false, 40, 12);
  expect(isThere(opens, 40, false)).toBe(false);
  expect(isThere({ ...opens, opensAt: null }, 20, false)).toBe(false);
  expect(isThere({ ...opens, opensAt: null }, 20, true)).toBe(true);
  expect(isThere({ ...opens, opensAt: null }, 40, false)).toBe(true);
  expect(isThere({ ...opens, opensAt: null, playing: true }, 40, false)).toBe(false);
});
