import { expect, it } from "vitest";
import { readOptions, USAGE } from "./options";

const read = (line: string) => readOptions(line.split(" "), 4);

it("takes the defaults of the page where nothing is given", () => {
  const options = read("--puzzles p.csv");
  expect(options).toMatchObject({
    file: "p.csv",
    model: null,
    select: "residual",
    limit: Infinity,
    jobs: 4,
    backend: "auto",
    json: false,
  });
  expect(options.recipe).toMatchObject({ depth: 128, breadth: 12, lambda: 0.7, sigma: 0, seed: 1 });
});

it("takes what is given", () => {
  const line =
    "--puzzles p --model m --depth 256 --breadth 1 --lambda 0.8 --sigma 0.1 --seed 7 --select vote --limit 9 --jobs 1 --json";
  expect(read(line)).toMatchObject({
    model: "m",
    recipe: { model: "m", depth: 256, breadth: 1, lambda: 0.8, sigma: 0.1, seed: 7 },
    select: "vote",
    limit: 9,
    jobs: 1,
    json: true,
  });
});

it.each([
  ["--depth 5", /Give --puzzles FILE/],
  ["--puzzles p --select best", /--select takes residual, q, vote; not "best"/],
  ["--puzzles p --preset hard", /--preset takes pure, deep, extreme; not "hard"/],
  ["--puzzles p --nudge 3", /--nudge takes on, off; not "3"/],
  ["--puzzles p --nudge off --nudges 3", /--nudge off and --nudges 3 contradict/],
  ["--puzzles p --nudge on --nudges 0", /--nudge on and --nudges 0 contradict/],
  ["--puzzles p --nudges 13", /Nudges must be a whole number between 0 and 12/],
  ["--puzzles p --nudge on --select vote", /vote has no meaning with nudges/],
  ["--puzzles p --budget 5", /--budget 5 is less than one iteration of each of 12 starts/],
  ["--puzzles p --period 1.5", /Noise period must be a whole number between 0 and 4096/],
  ["--puzzles p --breadth 0", /Breadth must be a whole number between 1 and 1024/],
  ["--puzzles p --lambda much", /Step size must be between/],
  ["--puzzles p --limit 1.5", /--limit takes a whole number/],
  ["--puzzles p --rows 9-3", /--rows takes A-B/],
  ["--puzzles p --rows 1-9 --skip 3", /either --rows, or --skip/],
  ["--puzzles p --backend gpu", /--backend takes auto, webgpu, wasm; not "gpu"/],
  ["--puzzles p --colour red", /colour/],
])("refuses %s with a sentence", (line, words) => {
  expect(() => read(line)).toThrow(words);
});

it("takes a preset, and the options beside it", () => {
  expect(read("--puzzles p --preset pure")).toMatchObject({
    preset: "pure",
    select: "residual",
    recipe: { lambda: 0.7, sigma: 0, depth: 256, breadth: 32, nudges: 0 },
  });
  expect(read("--puzzles p --preset pure --breadth 1 --lambda 0.6 --select vote")).toMatchObject({
    select: "vote",
    recipe: { lambda: 0.6, depth: 256, breadth: 1 },
  });
  expect(read("--puzzles p --preset deep")).toMatchObject({
    preset: "deep",
    select: "residual",
    recipe: { lambda: 0.5, sigma: 0.2, noisyFor: 192, period: 256, depth: 4096, breadth: 16, nudges: 0 },
  });
  expect(read("--puzzles p --sigma 0.1 --noisy-for 48 --period 64").recipe).toMatchObject({
    sigma: 0.1,
    noisyFor: 48,
    period: 64,
  });
  expect(read("--puzzles p --preset extreme")).toMatchObject({
    preset: "extreme",
    select: "q",
    recipe: { lambda: 0.75, sigma: 0.1, breadth: 1, nudges: 3, depth: 32768 },
  });
});

it("turns nudges on and off", () => {
  expect(read("--puzzles p").recipe.nudges).toBe(0);
  expect(read("--puzzles p --nudge on").recipe.nudges).toBe(3);
  expect(read("--puzzles p --nudges 5").recipe.nudges).toBe(5);
  expect(read("--puzzles p --preset pure --nudge on").recipe).toMatchObject({ nudges: 3, depth: 1024 });
  // Without nudges nothing but the depth bounds a start.
  expect(read("--puzzles p --preset extreme --nudge off").recipe).toMatchObject({ nudges: 0, sigma: 0.1, depth: 4096 });
});

it("shares the budget among the starts", () => {
  const depth = (line: string) => read(`--puzzles p ${line}`).recipe.depth;
  expect(depth("--budget 1000")).toBe(83);
  expect(depth("--preset extreme --budget 10000")).toBe(10_000);
  expect(depth("--preset extreme --breadth 4")).toBe(8192);
  expect(depth("--preset extreme --depth 500")).toBe(500);
  expect(depth("--preset extreme --depth 500 --budget 100")).toBe(100);
  expect(depth("--depth 50 --budget 1000")).toBe(50);
});

it("takes a part of the file", () => {
  expect(read("--puzzles p")).toMatchObject({ skip: 0, limit: Number.POSITIVE_INFINITY });
  expect(read("--puzzles p --rows 801-1000")).toMatchObject({ skip: 800, limit: 200 });
  expect(read("--puzzles p --skip 800 --limit 50")).toMatchObject({ skip: 800, limit: 50 });
});

it("measures scaling up to a budget, by the paper's dynamics alone", () => {
  expect(read("--puzzles p").scaling).toBeNull();
  expect(read("--puzzles p --scaling o.json")).toMatchObject({
    scaling: { file: "o.json", budget: 8192, set: null },
    recipe: { depth: 4096, breadth: 128, lambda: 0.7, sigma: 0, nudges: 0 },
    select: "residual",
  });
  expect(read("--puzzles p --scaling o.json --budget 512 --depth 64 --breadth 8 --set S")).toMatchObject({
    scaling: { file: "o.json", budget: 512, set: "S" },
    recipe: { depth: 64, breadth: 8 },
  });
});

it.each([
  ["--preset extreme", "without nudges"],
  ["--nudge on", "without nudges"],
  ["--select q", "smallest residual"],
  ["--out x.csv", "leave out --out"],
  ["--budget 0", "--budget takes"],
])("refuses --scaling with %s", (line, words) => {
  expect(() => read(`--puzzles p --scaling o.json ${line}`)).toThrow(words);
});

it("explains every option", () => {
  for (const option of [
    "scaling",
    "set",
    "puzzles",
    "preset",
    "nudge",
    "budget",
    "depth",
    "noisy-for",
    "period",
    "tolerance",
    "jobs",
    "backend",
    "rows",
    "out",
  ])
    expect(USAGE).toContain(`--${option} `);
});
