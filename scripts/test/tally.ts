/** Tests counted. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A check without tests of its own, such as the type check, counts as one test. */
export function oneCheck(code: number): Tally {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * What a suite's report and exit code say together. No report, no test run, or a failure that the report does not show
 * (a crash, a time limit) counts as one failed test: silence is never a success.
 */
export function judge(code: number, reported: Tally | null): Tally {
  if (!reported) return { passed: 0, failed: 1, skipped: 0 };
  const silent = reported.failed === 0 && (code !== 0 || reported.passed === 0);
  return silent ? { ...reported, failed: 1 } : reported;
}

export function sentence({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
