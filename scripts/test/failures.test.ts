import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../tools/exec";
import { failureLines, junitFailures, playwrightFailures, vitestFailures } from "./failures";

describe("vitest", () => {
  const file = (assertionResults: object[], rest: object = {}) => ({
    name: join(ROOT, "src", "a.test.ts"),
    status: "failed",
    message: "",
    assertionResults,
    ...rest,
  });
  const read = (...testResults: object[]) => vitestFailures(JSON.stringify({ testResults }));

  test("names the file, the test and how its error begins, without colours and the stack", () => {
    const failed = {
      status: "failed",
      fullName: "sums are right",
      failureMessages: ["\u001b[31mAssertionError: expected 2 to be 3\u001b[39m\n\n    at /src/a.test.ts:3:5"],
    };
    const passed = { status: "passed", fullName: "others", failureMessages: [] };
    expect(read(file([passed, failed]))).toEqual([
      { name: `${join("src", "a.test.ts")} > sums are right`, error: "AssertionError: expected 2 to be 3" },
    ]);
  });

  test("a file that cannot be loaded fails as a whole", () => {
    expect(read(file([], { message: "Cannot find module './absent'" }))).toEqual([
      { name: join("src", "a.test.ts"), error: "Cannot find module './absent'" },
    ]);
  });
});

describe("playwright", () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    title,
    tests: [{ projectName: "app", status, results: messages.map((message) => ({ errors: [{ message }] })) }],
  });

  test("names project, file and test; a second try that passed is no failure", () => {
    const report = {
      errors: [{ message: "Error: the server did not start" }],
      suites: [
        {
          title: "play.spec.ts",
          specs: [spec("flies", "flaky", "Error: once"), spec("goes", "expected")],
          suites: [
            {
              title: "with keys",
              specs: [spec("ends", "unexpected", "Error: not visible\n\n  Locator: a\n  Expected: b\n  > 12 | code")],
            },
          ],
        },
      ],
    };
    expect(playwrightFailures(JSON.stringify(report))).toEqual([
      { name: "outside of any test", error: "Error: the server did not start" },
      { name: "[app] play.spec.ts > with keys > ends", error: "Error: not visible | Locator: a | Expected: b" },
    ]);
  });

  test("a test that ended without an error is still named", () => {
    const report = { errors: [], suites: [{ title: "a.spec.ts", specs: [spec("hangs", "unexpected")] }] };
    expect(playwrightFailures(JSON.stringify(report))).toEqual([
      { name: "[app] a.spec.ts > hangs", error: "without a message" },
    ]);
  });
});

test("pytest: failures and errors, with their message as it was", () => {
  const text = `<?xml version="1.0"?><testsuites><testsuite name="pytest" tests="4">
    <testcase classname="training.test_a" name="test_fine" time="0.1" />
    <testcase classname="training.test_a" name="test_slow[a&gt;b]" time="1"><skipped message="no GPU">x</skipped></testcase>
    <testcase classname="training.test_a" name="test_sum" time="0.1"><failure message="assert 1 &lt; 0&#10;  where">trace</failure></testcase>
    <testcase classname="training.test_b" name="test_set" time="0"><error message="fixture &quot;x&quot; not found">trace</error></testcase>
    </testsuite></testsuites>`;
  expect(junitFailures(text)).toEqual([
    { name: "training.test_a > test_sum", error: "assert 1 < 0 | where" },
    { name: "training.test_b > test_set", error: 'fixture "x" not found' },
  ]);
});

test("a report in another shape is refused", () => {
  expect(() => vitestFailures("{}")).toThrow();
  expect(() => playwrightFailures('{"suites":[{}],"errors":[]}')).toThrow();
});

test("at most so many are named at the end, and the rest is counted", () => {
  const many = Array.from({ length: 5 }, (_, i) => ({ name: `test ${i}`, error: "e" }));
  expect(failureLines(many, 2)).toEqual(["  test 0", "      e", "  test 1", "      e", "  and 3 more"]);
  expect(failureLines(many)).toHaveLength(10);
  expect(failureLines([])).toEqual([]);
});
