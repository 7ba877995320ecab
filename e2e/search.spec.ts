import { expect, type Page } from "@playwright/test";
import {
  givens,
  iterations,
  judgement,
  openApp,
  openDrawer,
  pauseAfter,
  RUN,
  rows,
  setField,
  setInDrawer,
  setSpeed,
  takePuzzle,
  test,
  timeline,
  untilOver,
} from "./support/app";
import { measurePace, type Pace, paceText } from "./support/pace";
import { EASY } from "./support/puzzles";

const spent = (page: Page) => page.getByRole("button", { name: /^Spent/ });

/** Iterations of all starts together that the page says have been spent. */
async function spentIterations(page: Page): Promise<number> {
  return Number(/Spent: ([\d,]+)/.exec((await spent(page).textContent()) ?? "")?.[1]?.replaceAll(",", ""));
}

async function begin(page: Page, breadth: number): Promise<void> {
  await openApp(page);
  await openDrawer(page);
  await setInDrawer(page, "Breadth", String(breadth));
  await takePuzzle(page, EASY);
  await expect.poll(() => givens(page)).toBe(EASY);
  await expect(rows(page)).toHaveCount(breadth);
}

test("a run stops when it is told to, and says what it has spent", async ({ page }) => {
  await begin(page, 3);
  await page.getByRole("radio", { name: "first", exact: true }).click();
  await setInDrawer(page, "Rest", "3");
  await untilOver(page);
  const { newest } = await iterations(page);
  // The first of three has halted after three iterations at rest; the others were still running.
  await expect(rows(page).filter({ hasText: "settled" })).not.toHaveCount(0);
  await expect.poll(() => spentIterations(page)).toBe(3 * newest);
  expect(await spent(page).textContent()).toMatch(/FLOP/);

  await setInDrawer(page, "Budget", "30");
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBe(10);
  await expect.poll(() => spentIterations(page)).toBe(30);
});

test("a page out of sight computes nothing, and goes on when it is seen again", async ({ page }) => {
  await begin(page, 2);
  // A run that does not end by itself meanwhile.
  await setInDrawer(page, "Rest", "0");
  await setInDrawer(page, "Depth", "4096");
  await setSpeed(page, "max");
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(0);
  const see = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await see(true);
  // What was under way may still come.
  await page.waitForTimeout(1500);
  const { newest } = await iterations(page);
  await page.waitForTimeout(1500);
  expect((await iterations(page)).newest).toBe(newest);
  await see(false);
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(newest);
});

test("two pages at once both come to their end", async ({ page, context }) => {
  const other = await context.newPage();
  for (const one of [page, other]) await begin(one, 2);
  for (const one of [page, other]) await untilOver(one);
  for (const one of [page, other]) await expect(judgement(one)).toHaveText("solved (settled on a valid grid)", RUN);
});

test("at breadth 64 the page's own work leaves room for 60 pictures a second", async ({ page }) => {
  const { running, scrubbing } = await paceAt(page, 64);
  const alone = await paceAt(page, 1);
  // The processor plays the GPU on the same cores, so times say little here: they are told, and what is asked for is
  // that the thread has time left, that frames come, and that 64 starts do not cost the page as much as 64 pages.
  expect(running.busyMs).toBeLessThan(0.6 * 5000);
  expect(running.frames).toBeGreaterThan(50);
  expect(scrubbing.frames).toBeGreaterThan(30);
  expect(scrubbing.busyMs).toBeLessThan(3 * alone.scrubbing.busyMs);
});

/** The page's pace while a run of so many starts is computed, and then while its timeline is dragged to and fro. */
async function paceAt(page: Page, breadth: number): Promise<{ readonly running: Pace; readonly scrubbing: Pace }> {
  await openApp(page);
  await setField(page, "Breadth", breadth);
  await setSpeed(page, "max");
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", /^[1-9]/, RUN);
  const running = await measurePace(page, 5000);

  await pauseAfter(page, 3);
  const box = await timeline(page).boundingBox();
  if (!box) throw new Error("The timeline is not in sight.");
  const scrubbing = await measurePace(page, 3000, async () => {
    await page.mouse.move(box.x + 60, box.y + 60);
    await page.mouse.down();
    for (let i = 0; i < 80; i++) {
      // To and fro over all that is known, in the left part of the chart: every few steps another iteration.
      await page.mouse.move(box.x + 48 + 80 * (1 - Math.cos(i / 4)), box.y + 60);
      await page.waitForTimeout(25);
    }
    await page.mouse.up();
  });
  for (const [doing, pace] of [
    ["running", running],
    ["scrubbing", scrubbing],
  ] as const) {
    const description = `breadth ${breadth}, ${doing}: ${paceText(pace)}`;
    test.info().annotations.push({ type: "pace", description });
    console.log(description);
  }
  return { running, scrubbing };
}
