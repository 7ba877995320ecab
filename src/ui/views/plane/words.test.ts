import { expect, it } from "vitest";
import { twoWells } from "../../../model/maps/plane/systems";
import { planeFacts, planeMap } from "./field";
import { planeSetup } from "./setup";
import { systemNamed } from "./systems";
import { describeOwn, describePlane, describeStarts } from "./words";

const { task } = systemNamed("wells");

function factsAt(lambda: number) {
  return planeFacts(planeMap(twoWells(), task, planeSetup.initial), lambda);
}

it("counts attractors and saddles, and says how fast differences shrink at the slower of them", () => {
  expect(describePlane(factsAt(0.7))).toBe(
    "2 attractors, 1 saddle. Close to an attractor, differences shrink to 0.68 of their size each iteration at most.",
  );
});

it("says that nothing comes to rest beyond the fork", () => {
  expect(describePlane(factsAt(1))).toMatch(/^No attractor/);
});

it("tells where the visitor's start rests, after how many iterations and kicks", () => {
  expect(describeOwn([], null)).toMatch(/Press anywhere/);
  const path = [[0, 1] as const, [0, 0] as const];
  expect(describeOwn([path], "A")).toBe("Comes to rest at A in 1 iterations. Drag the end to kick it.");
  expect(describeOwn([path, path], null)).toBe("After 1 kick: has not come to rest in 1 iterations.");
});

it("counts the starts at each attractor", () => {
  expect(describeStarts(["B", "A", null, "A"])).toBe("3 of 4 random starts have come to rest: 2 at A, 1 at B.");
  expect(describeStarts([null, null])).toBe("None of 2 random starts has come to rest.");
});

it("a link brings the plane back as it was set up, and no other problem than the system's", () => {
  const state = { system: "trained", problem: "1..", lambda: 0.55, sigma: 0.1, gain: 1.2, ground: "residual" } as const;
  expect(planeSetup.read(planeSetup.write(state), { rows: 9, columns: 9, values: 9 })).toEqual(state);
  expect(planeSetup.read("wells:12.:0.7:0:1:basins", { rows: 9, columns: 9, values: 9 })).toBeNull();
  expect(planeSetup.read("wells:.:9:0:1:basins", { rows: 9, columns: 9, values: 9 })).toBeNull();
});
