import { expect } from "@playwright/test";
import { iterations, openApp, playButton, RUN, setSpeed, test } from "./support/app";
import { EASY } from "./support/puzzles";

declare global {
  interface Window {
    longTasks?: number[];
  }
}

test("the page keeps answering while the network runs", async ({ page }, info) => {
  // A run of one's own that nothing ends early: the page opens on one that is there already.
  await openApp(page, `./#v=1&p=${EASY}&b=12&d=400&r=0`);
  await page.evaluate(() => {
    const tasks: number[] = [];
    window.longTasks = tasks;
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
  await setSpeed(page, "max");
  await playButton(page).click();
  const began = performance.now();
  const { newest } = await iterations(page);
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(newest + 40);
  const seconds = (performance.now() - began) / 1000;
  const tasks = await page.evaluate(() => window.longTasks ?? []);

  const sorted = tasks.toSorted((a, b) => a - b);
  const worst = sorted.at(-1) ?? 0;
  const most = sorted[Math.floor(0.9 * sorted.length)] ?? 0;
  const blocked = tasks.reduce((sum, duration) => sum + duration, 0) / 1000;
  const text =
    `${tasks.length} long tasks in ${seconds.toFixed(1)} s, ${blocked.toFixed(2)} s together, ` +
    `nine of ten at most ${most} ms, the longest ${worst} ms`;
  info.annotations.push({ type: "long tasks", description: text });
  console.log(text);
  // Generous: the run, the adapter and the page share the same few processors here, perhaps with other programs.
  expect(most, text).toBeLessThan(500);
  expect(blocked / seconds, text).toBeLessThan(0.6);
});
