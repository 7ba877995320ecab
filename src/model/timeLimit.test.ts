import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { afterAwake, awakeDeadline, within } from "./timeLimit";

const HOUR = 3_600_000;

describe("limits of what waits", () => {
  let asleep = 0;
  beforeEach(() => {
    vi.useFakeTimers();
    asleep = 0;
    const awake = performance.now.bind(performance);
    vi.spyOn(performance, "now").mockImplementation(() => awake() + asleep);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it("count the time awake", () => {
    const onEnd = vi.fn();
    afterAwake(20_000, onEnd);
    vi.advanceTimersByTime(10_000);
    asleep = HOUR;
    vi.advanceTimersByTime(4000);
    expect(onEnd).not.toHaveBeenCalled();
    vi.advanceTimersByTime(7000);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it("end work that never settles, and no other", async () => {
    const never = within(20_000, new Promise(() => {}), "It hangs.");
    const failed = expect(never).rejects.toThrow("It hangs.");
    vi.advanceTimersByTime(21_000);
    await failed;
    await expect(within(20_000, Promise.resolve(7))).resolves.toBe(7);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it("a deadline of work that never pauses counts a sleep as one short step", () => {
  let now = 0;
  const isOver = awakeDeadline(5000, () => now);
  now += HOUR;
  expect(isOver()).toBe(false);
  for (let i = 0; i < 39; i++) {
    now += 100;
    expect(isOver()).toBe(false);
  }
  now += 300;
  expect(isOver()).toBe(true);
});
