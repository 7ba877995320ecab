import { expect, type Page } from "@playwright/test";
import { facts, iterations, openApp, playButton, RUN, rows, setSpeed, takeExample, test } from "./support/app";

const axes = (page: Page) => page.getByText(/^axes fitted on/);
const fitAxes = (page: Page) => page.getByRole("button", { name: "Fit axes" });

test("the page opens on a whole run of a puzzle with two solutions, before the network is there", async ({ page }) => {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/*.safetensors", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./?backend=wasm");
  await expect(axes(page)).toBeVisible();
  const fitted = await axes(page).textContent();
  await expect(facts(page)).toContainText("2 solutions");
  await expect.poll(async () => (await iterations(page)).cursor).toBeGreaterThan(2);
  const { newest } = await iterations(page);

  // The worker computes the same run unseen; axes and extent stay as they are.
  arrive();
  await expect(page.locator(".model-button")).toBeVisible({ timeout: 60_000 });
  await setSpeed(page, "60 it/s");
  await expect(page.getByRole("button", { name: "Replay" })).toBeVisible(RUN);
  expect(await iterations(page)).toEqual({ cursor: newest, newest });
  expect(await axes(page).textContent()).toBe(fitted);
  await expect(fitAxes(page)).toBeHidden();
  await expect(page.getByRole("application", { name: /^Trajectory map/ })).toHaveAccessibleDescription(
    /Of all: 12 settled, valid/,
  );
  await expect(rows(page).first()).toContainText("settled, valid");

  // Its states are at hand: the softmax of another trajectory in the past comes from the worker.
  await rows(page).nth(1).click();
  await page.getByRole("tab", { name: "State", exact: true }).click();
  await expect(page.getByRole("application", { name: /Latent state/ })).toHaveAccessibleDescription(/softmax/, RUN);
});

test.describe("with less motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing plays by itself: the opening stands at its end, a run of one's own at its start", async ({ page }) => {
    await openApp(page, "./?backend=wasm");
    await expect(playButton(page)).toHaveAccessibleName("Replay");
    const { cursor, newest } = await iterations(page);
    expect(cursor).toBe(newest);
    await expect(page.locator(".model-button")).toBeVisible({ timeout: 60_000 });
    await takeExample(page, "Wikipedia");
    await expect(playButton(page)).toHaveAccessibleName("Play", RUN);
    await page.waitForTimeout(1500);
    expect((await iterations(page)).cursor).toBe(0);
  });
});

test("a run of one's own keeps its axes until it is asked for new ones, or ends", async ({ page }) => {
  await page.goto("./?backend=wasm");
  await expect(page.locator(".model-button")).toBeVisible({ timeout: 60_000 });
  await setSpeed(page, "30 it/s");
  await takeExample(page, "AI Escargot");
  await expect(page.getByText(/^axes fitted on .* iterations \d+–1\d$/)).toBeVisible(RUN);
  await expect(fitAxes(page)).toBeVisible(RUN);
  await expect(page.getByText(/^axes fitted on .* iterations \d+–1\d$/)).toBeVisible();
  await fitAxes(page).click();
  await expect(page.getByText(/^axes fitted on .* iterations \d+–[3-9]\d$/)).toBeVisible(RUN);
});
