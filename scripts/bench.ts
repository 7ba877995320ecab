/** The benchmark of bench.html from the command line. See USAGE in bench/options.ts. */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import type { BenchEvent, Report } from "../src/bench/protocol";
import { jsonReport, textReport } from "../src/bench/report";
import { type Options, readOptions, USAGE } from "./bench/options";
import { ROOT } from "./tools/exec";
import { openBuiltPage } from "./tools/page";

/** Waits for a run of the page; progress goes to stderr. */
async function runInBrowser({ plan, only, budget, out, model }: Options): Promise<Report> {
  const { page, address, software, close } = await openBuiltPage();
  if (software) console.error("No graphics processor was found: the WebGPU adapter is software, so the CPU.");
  if (out !== null) writeFileSync(rowsFile(out), "");
  try {
    const report = new Promise<Report>((resolve, reject) => {
      page.on("crash", () => reject(new Error("The browser's tab crashed, perhaps for want of memory.")));
      page.exposeFunction("benchEvent", (event: BenchEvent) => {
        if (event.kind === "done") resolve(event.report);
        else if (event.kind === "failed") reject(new Error(event.message));
        else if (event.kind === "progress") console.error(event.text);
        else if (out !== null) appendFileSync(rowsFile(out), `${JSON.stringify(event.row)}\n`);
      });
    });
    const asked = new URLSearchParams({ run: plan, only: only.join(",") });
    if (budget !== null) asked.set("budget", String(budget));
    if (model !== null) asked.set("model", model);
    await page.goto(`${address}bench.html?${asked}`);
    const found = await report;
    return { ...found, cpu: cpuInWords() };
  } finally {
    await close();
  }
}

/** Beside the report, which is only there at the end: each row as soon as it is measured, one per line. */
function rowsFile(out: string): string {
  return `${out}l`;
}

function cpuInWords(): string {
  const all = cpus();
  return `${all[0]?.model.trim() ?? "unknown"}, ${all.length} logical cores`;
}

async function bench(options: Options): Promise<void> {
  const report = await runInBrowser(options);
  if (options.out !== null) writeFileSync(options.out, `${JSON.stringify(report, null, 2)}\n`);
  for (const line of textReport(report)) console.log(line);
  if (options.json) console.log(JSON.stringify(jsonReport(report)));
  if (report.rows.some((row) => row.kind === "measured" && row.agrees === false))
    throw new Error("A contestant did not compute the same iteration as the reference.");
}

/** The kernels' sources are read by Vite, which the page is built with. */
async function printAnatomy(): Promise<void> {
  const server = await createServer({
    root: ROOT,
    logLevel: "error",
    server: { middlewareMode: true },
    appType: "custom",
  });
  try {
    const { anatomyText } = (await server.ssrLoadModule(
      "/src/bench/anatomy.ts",
    )) as typeof import("../src/bench/anatomy");
    const read = (file: string) => JSON.parse(readFileSync(join(ROOT, "public/weights", file), "utf8"));
    for (const { name, title } of read("index.json").models)
      for (const line of [...anatomyText(read(`${name}.json`), title), ""]) console.log(line);
  } finally {
    await server.close();
  }
}

try {
  if (process.argv.includes("--help")) console.log(USAGE);
  else {
    const options = readOptions(process.argv.slice(2));
    await (options.anatomy ? printAnatomy() : bench(options));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
