import { expect, it } from "vitest";
import { puzzles } from "./puzzles";

it("reads back what every writer writes, names broken columns, and never fails", async () => {
  const ends = await puzzles.run(3000, 3);
  expect(Object.values(ends).reduce((a, b) => a + b, 0)).toBe(3000);
  expect(ends["broken column named"]).toBeGreaterThan(900);
  expect(Object.keys(ends).filter((end) => end.startsWith("read back")).length).toBeGreaterThan(30);
});
