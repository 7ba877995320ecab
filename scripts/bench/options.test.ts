import { expect, it } from "vitest";
import { CONTESTANTS } from "../../src/bench/protocol";
import { readOptions } from "./options";

it("runs everything in full unless told otherwise", () => {
  expect(readOptions([])).toEqual({ plan: "full", only: CONTESTANTS, json: false, out: null });
});

it("reads every option", () => {
  expect(readOptions(["--quick", "--json", "--only", "tfjs-wasm,fused", "--out", "a.json"])).toEqual({
    plan: "quick",
    only: ["fused", "tfjs-wasm"],
    json: true,
    out: "a.json",
  });
});

it("names what it does not know", () => {
  expect(() => readOptions(["--fast"])).toThrow('no option "--fast"');
  expect(() => readOptions(["quick"])).toThrow('no option "quick"');
  expect(() => readOptions(["--only", "fused,onnx"])).toThrow('no contestant "onnx"');
  expect(() => readOptions(["--out"])).toThrow("--out needs a value");
});
