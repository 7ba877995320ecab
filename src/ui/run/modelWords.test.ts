import { expect, it } from "vitest";
import { modelSentence } from "./modelWords";

const index = {
  models: [
    { name: "s", title: "Small" },
    { name: "b", title: "Big" },
  ],
  default: { gpu: "b", elsewhere: "s" },
};

it("says which model runs and why", () => {
  const of = (model: string, reason: "link" | "person" | "gpu" | "elsewhere") =>
    modelSentence(index, { model, reason });
  expect(of("s", "elsewhere")).toBe(
    "Small runs because this page computes on the CPU here. On a graphics processor it starts with Big.",
  );
  expect(of("b", "gpu")).toBe(
    "Big runs because this page computes on a graphics processor here. Without one it starts with Small.",
  );
  expect(of("s", "link")).toBe("Small runs because the link names it.");
  expect(of("b", "person")).toBe("Big runs because you chose it; this browser keeps the choice.");
});

it("names no other model where there is but one default", () => {
  const one = { ...index, default: { gpu: "s", elsewhere: "s" } };
  expect(modelSentence(one, { model: "s", reason: "gpu" })).toBe(
    "Small runs because this page computes on a graphics processor here.",
  );
});
