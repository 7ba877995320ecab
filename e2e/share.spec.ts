import { type Browser, expect, type Page } from "@playwright/test";
import {
  cells,
  dialog,
  digits,
  drawer,
  givens,
  iterations,
  messages,
  openApp,
  openDrawer,
  pauseAfter,
  playButton,
  RUN,
  rows,
  setBreadth,
  setInDrawer,
  takePuzzle,
  test,
  timeline,
  untilOver,
  untilTold,
} from "./support/app";
import { EASY } from "./support/puzzles";

/** What a person sees of a run; two pages that show the same run agree in all of it. */
async function seen(page: Page) {
  const { cursor } = await iterations(page);
  await untilTold(page, cursor);
  await openDrawer(page);
  const fields = await drawer(page)
    .getByRole("textbox")
    .evaluateAll((all) => all.map((field) => (field instanceof HTMLInputElement ? field.value : "")));
  const chosen = page.getByRole("radio", { checked: true });
  return {
    puzzle: await givens(page),
    digits: await digits(page),
    cursor,
    fields,
    rules: await chosen.allTextContents(),
    axes: await page.getByRole("button", { name: /Axes of the map/ }).textContent(),
    selected: await rows(page).and(page.locator("[aria-selected=true]")).allInnerTexts(),
  };
}

async function linkOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await dialog(page, "Share this run").getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** A page that shares nothing with the one before: no storage, no cache. */
async function freshPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
}

test("a link brings back the run, where it was and what was chosen", async ({ page, browser }) => {
  await openApp(page);
  await takePuzzle(page, EASY);
  await openDrawer(page);
  await setInDrawer(page, "Seed", "2026");
  await setInDrawer(page, "Step size", "0.6");
  await setInDrawer(page, "Tolerance", "1e-3");
  await setBreadth(page, 4);
  await untilOver(page);
  await page.getByRole("radiogroup", { name: "Order by" }).getByRole("radio", { name: "q", exact: true }).click();
  await page.getByRole("button", { name: /Axes of the map/ }).click();
  await page.getByRole("option", { name: "PC 1 and PC 3" }).click();
  await rows(page).nth(2).click();
  await timeline(page).focus();
  await page.keyboard.press("PageDown");
  const before = await seen(page);
  expect(before.cursor).toBeLessThan((await iterations(page)).newest);

  const other = await freshPage(browser);
  await openApp(other, await linkOf(page));
  await expect.poll(async () => (await iterations(other)).cursor, RUN).toBe(before.cursor);
  await expect(messages(other)).toContainText("Same result as the sender's");
  expect(await seen(other)).toEqual(before);
  await other.context().close();
});

test("a link whose outcome is another one is told as such", async ({ page, browser }) => {
  await openApp(page);
  await takePuzzle(page, EASY);
  await setBreadth(page, 2);
  await pauseAfter(page, 3);
  await timeline(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  // The same outcome under another seed: after two iterations the starts still differ.
  const link = (await linkOf(page)).replace(/([#&]s=)\d+/, "$199");

  const other = await freshPage(browser);
  await openApp(other, link);
  await expect(messages(other)).toContainText(/On this device \d of 2 trajectories got a different result/, RUN);
  await other.context().close();
});

/** A link that can be opened; each of the hostile ones differs from it in one thing. */
const GOOD = `#v=1&p=${EASY}&b=2&d=20&k=5`;

const HOSTILE: Readonly<Record<string, string>> = {
  "another version": GOOD.replace("v=1", "v=99"),
  "no version": GOOD.replace("v=1&", ""),
  "a puzzle of 80 cells": GOOD.replace(EASY, EASY.slice(1)),
  "a breadth beyond all bounds": GOOD.replace("b=2", "b=1000000000"),
  "a depth that is no number": GOOD.replace("d=20", "d=NaN"),
  "markup in it": GOOD.replace(EASY, "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"),
  "a model outside of the folder": `${GOOD}&m=..%2F..%2Fetc`,
  "broken escapes": `${GOOD}&m=%E0%A4%A`,
  "a hundred thousand characters": `${GOOD}&o=${"a".repeat(100_000)}`,
};

for (const [name, hash] of Object.entries(HOSTILE)) {
  test(`a link with ${name} is refused in words`, async ({ page }) => {
    page.on("dialog", () => expect(null, "the link ran a script").toBe("refused"));
    await page.goto(`./${hash}`);
    await expect(messages(page)).toContainText("This link cannot be opened");
    await expect(cells(page)).toHaveCount(81);
    expect(await givens(page)).not.toBe(EASY);
    await expect(playButton(page)).toBeEnabled(RUN);
  });
}

test("a link with a cursor after the end opens its run and says what is damaged", async ({ page }) => {
  await page.goto(`./${GOOD.replace("k=5", "k=21")}`);
  await expect(messages(page)).toContainText("It points at iteration 21 of 20.");
  await expect(cells(page)).toHaveCount(81);
  expect(await givens(page)).toBe(EASY);
  await expect(playButton(page)).toBeEnabled(RUN);
});

test("a link put into the address bar of the open page is taken, and undo brings the old puzzle back", async ({
  page,
}) => {
  await openApp(page);
  const first = await givens(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, GOOD);
  await expect.poll(() => givens(page)).toBe(EASY);
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", "5", RUN);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => givens(page)).toBe(first);
});
