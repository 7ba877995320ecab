import { expect } from "@playwright/test";
import { test } from "./support/app";

const LINK =
  "./?backend=wasm#v=1&p=..6..9.....21..3..4...7..91..1.......8..2.......3..748....57..4.5..9.1.3...8...7.&b=1&d=4&view=plane";

test("the toy plane shows its attractors, takes a start and a kick by keyboard, and shares its set-up", async ({
  page,
}) => {
  await page.goto(LINK);
  const plane = page.getByRole("application", { name: /Two wells/ });
  await expect(page.getByText("2 attractors, 1 saddle.")).toBeVisible();
  await expect(page.getByText(/12 of 12 random starts have come to rest/)).toBeVisible({ timeout: 30_000 });
  await plane.focus();
  await plane.press("ArrowLeft");
  await expect(page.getByText(/Comes to rest at [AB] in \d+ iterations/)).toBeVisible();
  for (let i = 0; i < 12; i++) await plane.press("Shift+ArrowRight");
  await expect(page.getByText(/After 12 kicks: comes to rest at/)).toBeVisible();
  await page.getByRole("slider", { name: "Step size" }).fill("1");
  await expect(page.getByText(/No attractor/)).toBeVisible();
});

test("a tiny map is trained on the page until its attractors decode to solutions", async ({ page }) => {
  await page.goto(`${LINK}&set=trained:1..:0.7:0:1:basins`);
  await page.getByRole("button", { name: "Train" }).click();
  await expect(page.getByRole("button", { name: "Train again" })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("2 attractors, 1 saddle.")).toBeVisible();
  await expect(page.getByText(/rest: \d+ at A, \d+ at B/)).toBeVisible({ timeout: 30_000 });
});
