import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import type { Tally } from "./tally";

const Vitest = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/** Counts of vitest's JSON report. A test file that could not be loaded has no tests in it and counts as one failed. */
export function vitestTally(text: string): Tally {
  const report = v.parse(Vitest, JSON.parse(text));
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const Playwright = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

/** Counts of Playwright's JSON report; a test that passed on its second try has passed. */
export function playwrightTally(text: string): Tally {
  const { stats, errors } = v.parse(Playwright, JSON.parse(text));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/** Counts of a JUnit report, as pytest writes it: the numbers stand in the attributes of each <testsuite>. */
export function junitTally(text: string): Tally {
  const suites = [...text.matchAll(/<testsuite\s[^>]*>/g)].map(([tag]) => tag);
  if (suites.length === 0) throw new Error("The report holds no <testsuite>.");
  const sum = (name: string) =>
    suites.reduce((total, tag) => total + Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1] ?? 0), 0);
  const failed = sum("failures") + sum("errors");
  const skipped = sum("skipped");
  return { passed: sum("tests") - failed - skipped, failed, skipped };
}

/** Reads a report; null when it is missing or not understood. */
export function readReport<Read>(file: string, read: (text: string) => Read): Read | null {
  if (!existsSync(file)) return null;
  try {
    return read(readFileSync(file, "utf8"));
  } catch (error) {
    console.error(`The report ${file} could not be read: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
