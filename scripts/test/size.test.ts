import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkSizes, dynamicImports, namedIn, reached, staticImports, workersIn } from "./size";

test("reads what a page names: its program and its preloads, no styles", () => {
  const html = `<script type="module" crossorigin src="./assets/index-A.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/theme-B.js"><link rel="stylesheet" href="./assets/a.css">`;
  expect(namedIn(html)).toEqual(["index-A.js", "theme-B.js"]);
});

test("tells modules that are needed at once from those that are fetched later, in minified code", () => {
  const code = `import{a as b}from"./one-1.js";import"./two-2.js";const c="import('./no.js')";export*from"./three-3.js";d(()=>import(\`./later-4.js\`))`;
  expect(staticImports(code)).toEqual(["one-1.js", "two-2.js", "three-3.js"]);
  expect(dynamicImports('x(()=>import("./later-4.js"));y(()=>import(`./e-5.js`))')).toEqual(["later-4.js", "e-5.js"]);
});

test("knows the worker that a module starts", () => {
  const code =
    'new Worker(new URL("worker-a_1.js",import.meta.url));new Worker(new URL("solver.worker-b.js",import.meta.url))';
  expect(workersIn(code)).toEqual(["worker-a_1.js"]);
});

test("follows imports through circles, each file once", () => {
  const assets = new Map([
    ["a.js", 'import"./b.js";'],
    ["b.js", 'import"./a.js";import"./c.js";'],
    ["c.js", ""],
    ["d.js", ""],
  ]);
  expect(reached(["a.js"], assets, staticImports).toSorted()).toEqual(["a.js", "b.js", "c.js"]);
});

describe("the budgets", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sizes-"));
    mkdirSync(join(folder, "assets"));
    vi.spyOn(console, "log").mockImplementation(() => {});
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    vi.restoreAllMocks();
  });

  const build = (index: string, worker: string) => {
    writeFileSync(join(folder, "index.html"), '<script type="module" src="./assets/index-A.js"></script>');
    writeFileSync(join(folder, "assets", "index-A.js"), `new Worker(new URL("worker-B.js", import.meta.url));${index}`);
    writeFileSync(join(folder, "assets", "worker-C.js"), "the benchmark's");
    writeFileSync(join(folder, "assets", "worker-B.js"), worker);
    return checkSizes(folder);
  };

  test("hold for a small page", () => {
    expect(build("1", "2").tally).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(vi.mocked(console.log).mock.calls.flat().join()).toMatch(/0 kB of JavaScript \(gzip\) in 1 files/);
  });

  test("fail for a page or a worker that is too large", () => {
    // Random text is hardly compressed.
    const large = `/*${randomBytes(600_000).toString("base64").replaceAll("/", "_")}*/`;
    expect(build(large, "2").failures).toHaveLength(1);
    expect(build("1", large).failures[0]?.error).toMatch(/the worker .* at most 330/);
  });
});
