import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../tools/exec";
import type { Failure } from "./failures";
import type { Tally } from "./tally";

/** A program of the page, and how much of it may be fetched: kilobytes of JavaScript, gzipped, a thousand bytes each. */
interface Budget {
  readonly name: string;
  readonly most: number;
  readonly files: readonly string[];
}

/** Prints what the page names before its first picture and what its worker may load, and fails above the budgets. */
export function checkSizes(folder = join(ROOT, "dist")): { tally: Tally; failures: Failure[] } {
  const assets = new Map(
    readdirSync(join(folder, "assets"))
      .filter((file) => file.endsWith(".js"))
      .map((file) => [file, readFileSync(join(folder, "assets", file), "utf8")]),
  );
  const page = reached(namedIn(readFileSync(join(folder, "index.html"), "utf8")), assets, staticImports);
  const workers = page.flatMap((file) => workersIn(assets.get(file) ?? ""));
  const budgets: Budget[] = [
    {
      name: "the page before its first picture",
      most: 250,
      files: page,
    },
    {
      name: "the worker with all that it loads later",
      most: 330,
      files: reached(workers, assets, (code) => [...staticImports(code), ...dynamicImports(code)]),
    },
  ];
  const failures = budgets.flatMap((budget) => {
    const size = sizeOf(budget.files, assets);
    const line = `${budget.name}: ${size.toFixed(0)} kB of JavaScript (gzip) in ${budget.files.length} files, at most ${budget.most}`;
    console.log(line);
    // An empty graph is a build that this does not understand, and no small one.
    return size > budget.most || budget.files.length === 0 ? [{ name: "sizes", error: line }] : [];
  });
  return { tally: { passed: budgets.length - failures.length, failed: failures.length, skipped: 0 }, failures };
}

function sizeOf(files: readonly string[], assets: ReadonlyMap<string, string>): number {
  return files.reduce((sum, file) => sum + gzipSync(assets.get(file) ?? "", { level: 9 }).length / 1000, 0);
}

/** The scripts that a page names: its program and what is to be fetched beside it. */
export function namedIn(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="\.?\/?assets\/([^"]+\.js)"/g)].map(([, file = ""]) => file);
}

/** Modules that a module needs before it runs. */
export function staticImports(code: string): string[] {
  return [...code.matchAll(/(?:^|[;}\s])(?:import|export)\b[^"'()]*?["']\.\/([^"']+\.js)["']/g)].map(
    ([, file = ""]) => file,
  );
}

/** Modules that a module fetches when it comes to them. */
export function dynamicImports(code: string): string[] {
  return [...code.matchAll(/\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, file = ""]) => file);
}

/** The model's worker where a module starts it; those of the benchmark and of the solver are others. */
export function workersIn(code: string): string[] {
  return [...code.matchAll(/["'`/](worker-[\w-]+\.js)["'`]/g)].map(([, file = ""]) => file);
}

/** All modules that are reached from some, these included; none twice. */
export function reached(
  from: readonly string[],
  assets: ReadonlyMap<string, string>,
  importsOf: (code: string) => readonly string[],
): string[] {
  const found = new Set<string>();
  const next = [...from];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    const code = assets.get(file);
    if (code === undefined || found.has(file)) continue;
    found.add(file);
    next.push(...importsOf(code));
  }
  return [...found];
}
