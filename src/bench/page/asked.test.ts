import { expect, it } from "vitest";
import { askedBy } from "./asked";

const asked = (query: string) => askedBy(new URLSearchParams(query));

it("reads what to run from the address, and nothing else from a wrong one", () => {
  expect(asked("run=quick&only=tfjs-wasm,fused")).toEqual({ run: "quick", only: ["fused", "tfjs-wasm"] });
  expect(asked("")).toEqual({ run: null, only: null });
  expect(asked("run=toString&only=nobody")).toEqual({ run: null, only: [] });
});
