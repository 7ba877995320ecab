import { expect, it } from "vitest";
import { CONTESTANTS } from "../../src/bench/protocol";
import { readOptions } from "./options";

it("runs everything in full unless told otherwise", () => {
  expect(readOptions([])).toEqual({
    plan: "full",
    anatomy: false,
    only: CONTESTANTS,
    model: null,
    budget: null,
    json: false,
    out: null,
  });
});

it("reads every option", () => {
  expect(
    readOptions([
      ...["--quick", "--json", "--only", "tfjs-wasm,fused", "--out", "a.json", "--budget", "900", "--model", "large"],
    ]),
  ).toEqual({
    plan: "quick",
    anatomy: false,
    only: ["fused", "tfjs-wasm"],
    model: "large",
    budget: 900,
    json: true,
    out: "a.json",
  });
});

it("prints the anatomy when asked", () => {
  expect(readOptions(["--anatomy"])).toMatchObject({ anatomy: true });
});

it("names what it does not know", () => {
  expect(() => readOptions(["--fast"])).toThrow('no option "--fast"');
  expect(() => readOptions(["quick"])).toThrow('no option "quick"');
  expect(() => readOptions(["--only", "fused,onnx"])).toThrow('no contestant "onnx"');
  expect(() => readOptions(["--budget", "long"])).toThrow('seconds, a number above 0, not "long"');
  expect(() => readOptions(["--out"])).toThrow("--out needs a value");
});
