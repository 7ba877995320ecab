import { expect, it } from "vitest";
import { describeDifferences } from "./difference";

it("says that all went the same way", () => {
  expect(describeDifferences([], 12)).toMatchObject({
    tone: "good",
    text: expect.stringContaining("Same result as the sender's, for all 12 trajectories."),
  });
  expect(describeDifferences([], 1).text).toMatch(/^Same result as the sender's\.$/);
});

it("names those that did not, by what differs", () => {
  const { tone, text } = describeDifferences(
    [
      { trajectory: 2, kind: "grid" },
      { trajectory: 8, kind: "grid" },
      { trajectory: 4, kind: "settled" },
    ],
    12,
  );
  expect(tone).toBe("warning");
  expect(text).toContain("On this device 3 of 12 trajectories got a different result");
  expect(text).toContain("decoding to another grid: 3, 9; settled on one device and not on the other: 5)");
});
