import { expect, it } from "vitest";
import { askedBy } from "./asked";

const asked = (query: string) => askedBy(new URLSearchParams(query));

it("reads what to run from the address, and nothing else from a wrong one", () => {
  expect(asked("run=quick&only=tfjs-wasm,fused")).toEqual({
    run: "quick",
    only: ["fused", "tfjs-wasm"],
    budget: null,
    model: null,
  });
  expect(asked("run=full&budget=900&model=large")).toEqual({ run: "full", only: null, budget: 900, model: "large" });
  expect(asked("")).toEqual({ run: null, only: null, budget: null, model: null });
  expect(asked("run=toString&only=nobody&budget=-1")).toEqual({ run: null, only: [], budget: null, model: null });
});
