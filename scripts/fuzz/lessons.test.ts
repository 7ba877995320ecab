import { expect, it } from "vitest";
import { lessons } from "./lessons";

it("opens hostile lessons without a markup of theirs, or says why not", async () => {
  const ends = await lessons.run(800, 5);
  expect(Object.keys(ends).sort()).toEqual(["opened", "refused"]);
  expect(ends.opened).toBeGreaterThan(100);
});
