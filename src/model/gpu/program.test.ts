import { expect, test } from "vitest";
import { createKernel } from "./program";

const source = {
  name: "twice",
  wgsl: "fn main(index: i32) { result[index] = x[index] * f32(N); }",
  constants: { N: 2 },
  inputs: { x: 1 },
  output: 1,
  uniforms: { rows: "i32" },
} as const;

test("a shader is kept under its text: the same one again, another one never", () => {
  const { key } = createKernel(source);
  expect(createKernel({ ...source }).key).toBe(key);
  const others = [
    { ...source, wgsl: source.wgsl.replace("*", "+") },
    { ...source, constants: { N: 3 } },
    { ...source, constants: { M: 2, N: 2 } },
    { ...source, inputs: { x: 4 } },
    { ...source, output: 4 },
    { ...source, uniforms: { rows: "u32" } },
    { ...source, workgroup: 32 },
  ] as const;
  const keys = others.map((other) => createKernel(other).key);
  expect(new Set([key, ...keys]).size).toBe(others.length + 1);
});
