import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { measuredRow } from "../../src/bench/rows.testing";
import { findings } from "./findings";
import { stepsFor } from "./steps";

let out = "";
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "settle-gpu-"));
});
afterEach(() => rmSync(out, { recursive: true }));
const write = (name: string, text: string) => writeFileSync(join(out, name), text);

test("an empty folder says that nothing was found", () => {
  expect(findings(out)).toEqual([
    "bench: nothing was measured",
    "evaluation: no puzzle was answered",
    "large: nothing was measured",
  ]);
});

test("what steps left before they were ended is found", () => {
  const row = (contestant: "fused" | "tfjs-ops-webgpu", iterationsPerSecond: number) =>
    JSON.stringify(measuredRow({ contestant, breadth: 1, iterationsPerSecond }));
  write("bench.jsonl", `${row("fused", 100)}\n${row("tfjs-ops-webgpu", 5)}\n`);
  write("answers.csv", "puzzle\n1\n2\n3\n");
  write("evaluation.seconds", "2");
  const text = findings(out).join("\n");
  expect(text).toContain("ended early, after 2 rows");
  expect(text).toMatch(/breadth 1, times the fastest of tfjs-ops-webgpu: 20.0.*reached/);
  expect(text).toMatch(/3 puzzles in 2 s.*1.50 puzzles\/s/);
  expect(text).toContain("answers so far");
});

test("the software adapter runs the same steps, smaller, and never asks for the computer's own GPU", () => {
  const options = { out, puzzles: "p.csv", rows: 20_000, minutes: 15 };
  const [hard, soft] = [stepsFor({ ...options, soft: false }), stepsFor({ ...options, soft: true })];
  expect(soft.map(({ name }) => name)).toEqual(hard.map(({ name }) => name));
  expect(soft.some(({ env }) => env?.OWN_GPU)).toBe(false);
  expect(hard.find(({ name }) => name === "parity")?.env).toEqual({ OWN_GPU: "1" });
});
