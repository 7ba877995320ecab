import { expect } from "@playwright/test";
import { givens, iterations, openApp, playButton, RUN, takePuzzle, test } from "./support/app";
import { EASY } from "./support/puzzles";

for (const [what, pattern, shipped] of [
  ["the weights", "**/*.safetensors", true],
  ["the list of models", "**/weights/index.json", false],
] as const) {
  test(`when ${what} cannot be loaded the page says so, keeps the puzzle and can try again`, async ({ page }) => {
    await page.route(pattern, (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("The network could not be loaded.", { timeout: 60_000 });
    // The shipped run needs no network to be played.
    await expect(playButton(page)).toBeEnabled({ enabled: shipped });
    await takePuzzle(page, EASY);
    await expect.poll(() => givens(page)).toBe(EASY);

    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await page.unroute(pattern);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(0);
    await expect(page.getByRole("alert")).toBeHidden();
    expect(await givens(page)).toBe(EASY);
  });
}

test("weights that were changed on the way are refused", async ({ page }) => {
  await page.route("**/*.safetensors", async (route) => {
    const body = await (await route.fetch()).body();
    body[body.length - 1] = (body[body.length - 1] ?? 0) ^ 1;
    await route.fulfill({ body });
  });
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("The network could not be loaded.", { timeout: 60_000 });
});

test("puzzle and settings outlast a reload; stored data that is damaged does no harm", async ({ page }) => {
  await openApp(page);
  await takePuzzle(page, EASY);
  await expect.poll(() => givens(page)).toBe(EASY);
  await page.reload();
  await expect.poll(() => givens(page)).toBe(EASY);

  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      localStorage.setItem(key, '{"state":{"puzzle":7,"fields":[],"speed":"x"}');
  });
  await page.reload();
  await expect(playButton(page)).toBeEnabled({ timeout: 60_000 });
});
