import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureBrowser } from "../tools/ensure-browser";
import { ensurePython } from "../tools/ensure-python";
import { exec, execTool, ROOT } from "../tools/exec";
import { ensureFirefox, NO_FIREFOX } from "../tools/firefox";
import { freePort } from "../tools/ports";
import { type Failure, junitFailures, playwrightFailures, vitestFailures } from "./failures";
import { junitTally, playwrightTally, readReport, vitestTally } from "./reports";
import { checkSizes } from "./size";
import { judge, oneCheck, type Tally } from "./tally";

export const GROUPS = ["lint", "unit", "python", "e2e"] as const;

/** What came of a suite: its tests counted, and those that failed by name. */
export interface Outcome {
  readonly tally: Tally;
  readonly failures: readonly Failure[];
}

export interface Suite {
  readonly group: (typeof GROUPS)[number];
  readonly title: string;
  /** Throws an error in words when the suite cannot even begin. */
  readonly run: () => Promise<Outcome>;
}

/** All suites, in the order in which they run. */
export const SUITES: readonly Suite[] = [
  check("lint", "format and lint", "biome", ["check", "."]),
  check("lint", "types", "tsc", ["--noEmit"]),
  check("lint", "unused code", "knip", []),
  { group: "unit", title: "unit tests", run: unitTests },
  { group: "python", title: "training lint", run: trainingLint },
  { group: "python", title: "training tests", run: trainingTests },
  check("e2e", "build", "vite", ["build"]),
  { group: "e2e", title: "sizes", run: async () => checkSizes() },
  { group: "e2e", title: "browser tests", run: browserTests },
];

function check(group: Suite["group"], title: string, tool: string, args: readonly string[]): Suite {
  return { group, title, run: async () => checked(await execTool(tool, args, { minutes: 10 })) };
}

async function unitTests(): Promise<Outcome> {
  const report = reportFile("unit.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await execTool("vitest", args);
  return reported(code, report, vitestTally, vitestFailures);
}

async function trainingLint(): Promise<Outcome> {
  return checked(await exec(await ensurePython(), ["-m", "ruff", "check", "training"]));
}

async function trainingTests(): Promise<Outcome> {
  const report = reportFile("training.xml");
  const code = await exec(await ensurePython(), ["-m", "pytest", "training", `--junitxml=${report}`]);
  return reported(code, report, junitTally, junitFailures);
}

async function browserTests(): Promise<Outcome> {
  const report = reportFile("e2e.json");
  const firefox = await ensureFirefox();
  const env = {
    CHROMIUM_PATH: await ensureBrowser(),
    ...(firefox !== null && { FIREFOX_PATH: firefox }),
    APP_PORT: String(await freePort(4300)),
    DEV_PORT: String(await freePort(5300)),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const code = await execTool("playwright", ["test", "--reporter=list,json"], { env, minutes: 65 });
  if (firefox === null) console.warn(`\n${NO_FIREFOX}\n`);
  return reported(code, report, playwrightTally, playwrightFailures);
}

/** A check has no tests whose names could be given again. */
function checked(code: number): Outcome {
  return { tally: oneCheck(code), failures: [] };
}

function reported(
  code: number,
  report: string,
  count: (text: string) => Tally,
  name: (text: string) => Failure[],
): Outcome {
  return { tally: judge(code, readReport(report, count)), failures: readReport(report, name) ?? [] };
}

/** Where a suite writes its report; an older one is removed, so that it is never mistaken for this run's. */
function reportFile(name: string): string {
  const file = join(ROOT, ".cache", "reports", name);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
