import type { Page } from "@playwright/test";

/** How a page kept up over a stretch of time. */
export interface Pace {
  /** Tasks of more than 50 ms on the page's thread, and what they took in all. */
  readonly longTasks: number;
  readonly longMs: number;
  /** Animation frames that were called back, and the longest wait between two, in milliseconds. */
  readonly frames: number;
  readonly longestGap: number;
  /** Milliseconds that the page's thread was really computing, whatever else the processor did meanwhile. */
  readonly busyMs: number;
}

/** Watches a page for so many milliseconds while `meanwhile` is done to it. */
export async function measurePace(page: Page, milliseconds: number, meanwhile = async () => {}): Promise<Pace> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const before = await busy();
  const [seen] = await Promise.all([page.evaluate(watch, milliseconds), meanwhile()]);
  const busyMs = (await busy()) - before;
  await session.detach();
  return { ...seen, busyMs };
}

/** Runs in the page. */
async function watch(milliseconds: number): Promise<Omit<Pace, "busyMs">> {
  let [longTasks, longMs, frames, longestGap] = [0, 0, 0, 0];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      longTasks++;
      longMs += duration;
    }
  });
  observer.observe({ type: "longtask" });
  const end = performance.now() + milliseconds;
  await new Promise<void>((resolve) => {
    let last = performance.now();
    const count = () => {
      const now = performance.now();
      frames++;
      longestGap = Math.max(longestGap, now - last);
      last = now;
      if (now < end) requestAnimationFrame(count);
      else resolve();
    };
    requestAnimationFrame(count);
  });
  observer.disconnect();
  return { longTasks, longMs, frames, longestGap };
}

export function paceText({ longTasks, longMs, frames, longestGap, busyMs }: Pace): string {
  const [long, gap, busy] = [longMs, longestGap, busyMs].map(Math.round);
  return `${longTasks} long tasks (${long} ms), ${frames} frames, longest gap ${gap} ms, page's thread busy ${busy} ms`;
}
