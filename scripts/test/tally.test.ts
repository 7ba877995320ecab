import { describe, expect, test } from "vitest";
import { junitTally, playwrightTally, vitestTally } from "./reports";
import { add, judge, oneCheck, sentence } from "./tally";

describe("judge", () => {
  const fine = { passed: 3, failed: 0, skipped: 1 };
  const none = { passed: 0, failed: 0, skipped: 2 };

  test("believes a report that agrees with the exit code", () => {
    expect(judge(0, fine)).toEqual(fine);
    expect(judge(1, { ...fine, failed: 2 })).toEqual({ ...fine, failed: 2 });
  });

  test("counts a missing report, a suite without tests and a crash after the tests as one failed", () => {
    expect(judge(0, null).failed).toBe(1);
    expect(judge(0, none)).toEqual({ ...none, failed: 1 });
    expect(judge(1, fine)).toEqual({ ...fine, failed: 1 });
  });
});

test("the last line names skipped tests only when there are some", () => {
  const total = [oneCheck(0), oneCheck(2)].reduce(add);
  expect(sentence(total)).toBe("1 passed, 1 failed");
  expect(sentence({ ...total, skipped: 4 })).toBe("1 passed, 1 failed, 4 skipped");
});

describe("reports", () => {
  test("vitest: a file that cannot be loaded is a failure", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: "failed", assertionResults: [{}] },
        { status: "failed", assertionResults: [] },
      ],
    };
    expect(vitestTally(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test("playwright: a second try counts, an error outside of tests is a failure", () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightTally(JSON.stringify({ stats, errors: [{}] }))).toEqual({ passed: 8, failed: 2, skipped: 2 });
  });

  test("pytest: the numbers of every suite are added", () => {
    const text =
      '<testsuites><testsuite name="a" errors="1" failures="2" skipped="3" tests="10" time="1"></testsuite>' +
      '<testsuite name="b" errors="0" failures="0" skipped="0" tests="4"/></testsuites>';
    expect(junitTally(text)).toEqual({ passed: 8, failed: 3, skipped: 3 });
  });

  test("a report in another shape is refused", () => {
    expect(() => vitestTally("{}")).toThrow();
    expect(() => playwrightTally("[]")).toThrow();
    expect(() => junitTally("<html/>")).toThrow();
  });
});
