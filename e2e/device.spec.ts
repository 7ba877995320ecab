import { expect, type Page } from "@playwright/test";
import {
  digits,
  givens,
  iterations,
  openApp,
  openDrawer,
  pauseAfter,
  RUN,
  rows,
  setBreadth,
  setInDrawer,
  setSpeed,
  takePuzzle,
  test,
  timeline,
  untilOver,
} from "./support/app";
import { EASY } from "./support/puzzles";

/** Destroys the device under the run, as a reset of the graphics driver would. */
async function loseDevice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { settle } = window as unknown as { settle: { send: (message: { type: "lose-device" }) => void } };
    settle.send({ type: "lose-device" });
  });
}

async function start(page: Page): Promise<void> {
  await openApp(page, "./?debug");
  await openDrawer(page);
  await setInDrawer(page, "Seed", "7");
  await setBreadth(page, 3);
  await takePuzzle(page, EASY);
  await expect.poll(() => givens(page)).toBe(EASY);
  await expect(rows(page)).toHaveCount(3);
}

/** What a reset must leave as it was. */
async function kept(page: Page) {
  const seed = page.getByRole("complementary").getByRole("textbox", { name: "Seed" });
  return { puzzle: await givens(page), seed: await seed.inputValue(), breadth: await rows(page).count() };
}

test("a lost device does not end the run, and costs neither puzzle nor settings", async ({ page }) => {
  await start(page);
  const before = await kept(page);
  await pauseAfter(page, 10);
  const { newest } = await iterations(page);
  await loseDevice(page);
  await expect(page.getByRole("banner").getByRole("button", { name: /WebGPU|WebAssembly/ })).toBeVisible();
  expect(await kept(page)).toEqual(before);

  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(newest + 5);
  expect(await kept(page)).toEqual(before);
  await page.reload();
  await expect(rows(page)).toHaveCount(3, { timeout: 60_000 });
  expect(await kept(page)).toEqual(before);
});

test("the run after a lost device comes to what an undisturbed one comes to", async ({ page }) => {
  await start(page);
  await untilOver(page);
  const { newest } = await iterations(page);
  const undisturbed = { newest, digits: await digits(page), row: await rows(page).first().textContent() };

  await page.reload();
  await setSpeed(page, "30 it/s");
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(5);
  await loseDevice(page);
  await untilOver(page);
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", String(undisturbed.newest));
  expect(await digits(page)).toEqual(undisturbed.digits);
  expect(await rows(page).first().textContent()).toBe(undisturbed.row);
});
