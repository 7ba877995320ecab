import { expect, type Page } from "@playwright/test";
import { iterations, judgement, openApp, RUN, rows, test, untilOver } from "./support/app";
import { EASY } from "./support/puzzles";

const LINK = `./?backend=wasm#v=1&p=${EASY}&s=1&d=64&b=2&k=2`;
const newest = async (page: Page) => (await iterations(page)).newest;
const play = (page: Page) => page.getByRole("button", { name: "Play", exact: true }).click();

test("two tabs run side by side, each its own run to the end", async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) await openApp(tab, LINK);
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
  await openApp(page, LINK);
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
