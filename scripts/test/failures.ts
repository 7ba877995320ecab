import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import * as v from "valibot";
import { ROOT } from "../tools/exec";

/** A test that failed, and how its error begins. */
export interface Failure {
  readonly name: string;
  readonly error: string;
}

const Vitest = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ""),
      assertionResults: v.array(
        v.object({ status: v.string(), fullName: v.string(), failureMessages: v.nullish(v.array(v.string())) }),
      ),
    }),
  ),
});

/** Failures in vitest's JSON report; a test file that could not be loaded is one of them. */
export function vitestFailures(text: string): Failure[] {
  return v.parse(Vitest, JSON.parse(text)).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    if (status === "failed" && assertionResults.length === 0) return [failure(file, message)];
    return assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => failure(`${file} > ${test.fullName}`, test.failureMessages?.[0]));
  });
}

const PlaywrightError = v.object({ message: v.optional(v.string()) });

const PlaywrightSpec = v.object({
  title: v.string(),
  tests: v.array(
    v.object({
      projectName: v.string(),
      status: v.string(),
      results: v.array(v.object({ errors: v.optional(v.array(PlaywrightError), []) })),
    }),
  ),
});

interface PlaywrightSuite {
  readonly title: string;
  readonly specs: readonly v.InferOutput<typeof PlaywrightSpec>[];
  readonly suites: readonly PlaywrightSuite[];
}

const PlaywrightSuite: v.GenericSchema<unknown, PlaywrightSuite> = v.object({
  title: v.string(),
  specs: v.optional(v.array(PlaywrightSpec), []),
  suites: v.optional(v.array(v.lazy(() => PlaywrightSuite)), []),
});

const Playwright = v.object({ suites: v.array(PlaywrightSuite), errors: v.array(PlaywrightError) });

/** Failures in Playwright's JSON report, errors outside of tests first; a test that passed on its second try is none. */
export function playwrightFailures(text: string): Failure[] {
  const { suites, errors } = v.parse(Playwright, JSON.parse(text));
  return [
    ...errors.map(({ message }) => failure("outside of any test", message)),
    ...suites.flatMap((suite) => failuresBelow(suite, [])),
  ];
}

function failuresBelow(suite: PlaywrightSuite, above: readonly string[]): Failure[] {
  const path = [...above, suite.title];
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ projectName, results }) =>
        failure(
          `[${projectName}] ${[...path, title].join(" > ")}`,
          results.flatMap((result) => result.errors).find(({ message }) => message)?.message,
        ),
      ),
  );
  return [...own, ...suite.suites.flatMap((inner) => failuresBelow(inner, path))];
}

/** Failures in a JUnit report, as pytest writes it. */
export function junitFailures(text: string): Failure[] {
  return [...text.matchAll(/<testcase\s([^>]*[^/])>([\s\S]*?)<\/testcase>/g)].flatMap(
    ([, attributes = "", body = ""]) => {
      const fault = /<(?:failure|error)\b([^>]*)>/.exec(body)?.[1];
      if (fault === undefined) return [];
      const name = [attribute(attributes, "classname"), attribute(attributes, "name")].filter(Boolean).join(" > ");
      return [failure(name, attribute(fault, "message"))];
    },
  );
}

/** The lines that name failures again at the end of the output, `limit` at most. */
export function failureLines(failures: readonly Failure[], limit = 20): string[] {
  const shown = failures.slice(0, limit).flatMap(({ name, error }) => [`  ${name}`, `      ${error}`]);
  const more = failures.length - limit;
  return more > 0 ? [...shown, `  and ${more} more`] : shown;
}

const LONGEST = 240;

function failure(name: string, message: string | undefined): Failure {
  const lines = stripVTControlCharacters(message ?? "")
    .split("\n")
    .map((line) => line.trim())
    // What follows is the stack or an excerpt of the code.
    .filter((line) => line !== "" && !/^(at |\d+ \||> \d+ \|)/.test(line));
  const error = lines.slice(0, 3).join(" | ").slice(0, LONGEST);
  return { name: stripVTControlCharacters(name), error: error || "without a message" };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function attribute(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`)
    .exec(text)?.[1]
    ?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, entity) => ENTITIES[entity] ?? "");
}
