import { expect, type Page } from "@playwright/test";
import { iterations, judgement, openApp, RUN, rows, test, untilOver } from "./support/app";
import { openBareTab } from "./support/bareTab";
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

/** A clock that can be put forward: what a page sees after a sleep. */
const SLEEPING_CLOCK = `
  let slept = 0;
  for (const clock of [performance, Date]) {
    const now = clock.now.bind(clock);
    clock.now = () => now() + slept;
  }
  document.addEventListener("freeze", () => { window.frozen = true; });
  window.sleepFor = (milliseconds) => { slept += milliseconds; };
`;

test("a tab that is frozen in mid-run for an hour goes on, and its run ends like that of one awake", async ({
  page,
  browser,
  baseURL,
}) => {
  const tab = await openBareTab(browser, `${baseURL}/${LINK.replace("?", "?debug&")}`, SLEEPING_CLOCK);
  const computed = () => tab.read<number>("window.settle?.app.run.getState().record?.frames.length ?? 0");
  await expect.poll(computed, RUN).toBeGreaterThanOrEqual(3);
  await tab.read("document.querySelector('[aria-label=Play], .play-button').click()");
  await expect.poll(computed, RUN).toBeGreaterThan(4);
  await tab.freeze();
  const asleep = await computed();
  expect(await tab.read("window.frozen")).toBe(true);
  expect(asleep, "it sleeps in mid-run").toBeLessThan(65);

  await openApp(page, LINK);
  await untilOver(page);
  expect(await computed(), "a frozen tab computes nothing").toBe(asleep);
  await tab.read("window.sleepFor(3_600_000)");
  await tab.wake();
  const ended = () => tab.read<boolean>("window.settle.app.run.getState().record?.end != null");
  await expect.poll(ended, RUN).toBe(true);
  expect(await tab.read("document.querySelectorAll('[role=alert]').length"), "no limit took it for a hang").toBe(0);
  await expect
    .poll(() => tab.read("[...document.querySelectorAll('.rows [role=option]')].map((row) => row.textContent)"), RUN)
    .toEqual(await rows(page).allTextContents());
  await tab.close();
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
