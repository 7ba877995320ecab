import { expect, type Page } from "@playwright/test";
import { iterations, judgement, messages, openApp, RUN, rows, setSpeed, test, untilOver } from "./support/app";
import { EASY } from "./support/puzzles";

const link = (depth: number, more = "") => `./?backend=wasm&debug#v=1&p=${EASY}&s=1&d=${depth}&b=2&k=2${more}`;
const newest = async (page: Page) => (await iterations(page)).newest;
const play = (page: Page) => page.getByRole("button", { name: "Play", exact: true }).click();

test("a tab that was frozen for an hour goes on where it was", async ({ page }) => {
  await page.clock.install();
  await openApp(page, link(400, "&h=2&t=0.0000001"));
  await page.clock.resume();
  await setSpeed(page, "6 it/s");
  await play(page);
  await expect.poll(() => newest(page), RUN).toBeGreaterThan(6);
  const session = await page.context().newCDPSession(page);
  await session.send("Page.enable");
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await session.send("Page.setWebLifecycleState", { state: "active" });
  // The clock has gone on meanwhile, and no timer with it.
  await page.clock.fastForward(3_600_000);
  const before = await newest(page);
  await expect.poll(() => newest(page), RUN).toBeGreaterThan(before + 3);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(messages(page)).not.toContainText("has not answered");
});

test("two tabs run side by side, each its own run to the end", async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await openApp(tab, link(64));
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await untilOver(tab);
    await expect(judgement(tab)).toContainText("settled on a valid grid", RUN);
  }
  const told = await Promise.all([page, other].map((tab) => rows(tab).allTextContents()));
  expect(told[0]).toEqual(told[1]);
  await other.close();
});

test("a worker that hangs in the middle of a run is given up, and the run goes on from its last iteration", async ({
  page,
}) => {
  await page.addInitScript(() => {
    // Messages of the worker are kept from the page from the moment that the test says so.
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...given: [unknown]) {
      const { hang } = window as unknown as { hang?: boolean };
      if (!hang) postMessage.apply(this, given);
    };
  });
  await page.clock.install();
  await openApp(page, link(64));
  await expect.poll(() => newest(page), RUN).toBeGreaterThanOrEqual(2);
  const before = await newest(page);
  await page.evaluate(() => Object.assign(window, { hang: true }));
  await play(page);
  await page.clock.runFor(130_000);
  await expect(page.getByRole("alert")).toContainText("The run stopped. The processor has not answered for 2 minutes.");
  await page.evaluate(() => Object.assign(window, { hang: false }));
  await page.clock.resume();
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await expect.poll(() => newest(page), RUN).toBeGreaterThan(before);
  await expect(page.getByRole("alert")).toHaveCount(0);
});
