import { expect, type Page } from "@playwright/test";
import { cells, openApp, RUN, setBreadth, test, untilOver } from "./support/app";

const section = (page: Page, name: string) => page.getByRole("region", { name });

test("a settled state is kicked, comes home, and falls as fast as its eigenvalue says", async ({ page }) => {
  await openApp(page);
  await setBreadth(page, 2);
  await untilOver(page);

  await page.getByRole("button", { name: /^Kick:/ }).click();
  await page.getByRole("button", { name: /only brushed cells/ }).click();
  const kick = section(page, "One kick");
  await expect(kick.getByRole("button", { name: "Kick" })).toBeDisabled();
  await cells(page).nth(40).hover();
  await page.mouse.down();
  await cells(page).nth(41).hover();
  await page.mouse.up();
  await cells(page).nth(60).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "only brushed cells (3)" })).toBeVisible();
  await kick.getByRole("button", { name: "Kick" }).click();
  await expect(kick.getByRole("status")).toContainText("came back to the same fixed point", RUN);
  await expect(kick.getByRole("table")).toContainText("distance");
  await expect(page.locator(".chart-overlay")).toHaveCount(1);
  // On the map as well, in the colour of what it came to.
  await page.getByRole("tab", { name: "Map", exact: true }).click();
  await expect(page.locator(".map-legend")).toContainText(/kicked at \d+: settled, valid/);
  await page.locator("#stage").screenshot({ path: "screenshots/kicked-path.png" });

  await page.getByRole("button", { name: /^Stability:/ }).click();
  const eigenvalues = section(page, "Eigenvalues");
  await eigenvalues.getByRole("button", { name: "Measure" }).click();
  await expect(eigenvalues.getByRole("status")).toContainText("leading eigenvalue", RUN);
  const text = (await eigenvalues.getByRole("status").textContent()) ?? "";
  const predicted = Number(/shrink to (\d\.\d+)/.exec(text)?.[1]);
  const measured = Number(/after a push: (\d\.\d+)/.exec(text)?.[1]);
  expect(predicted).toBeLessThan(1);
  expect(Math.abs(predicted - measured)).toBeLessThan(0.03);
  await expect(page.locator(".chart-overlay")).toHaveCount(2);
});

test("turning the step size draws as it goes, and can be cancelled", async ({ page }) => {
  await openApp(page);
  await setBreadth(page, 1);
  await untilOver(page);
  await page.getByRole("button", { name: /^Step size and noise:/ }).click();
  const diagram = section(page, "Bifurcation diagram");
  await expect(diagram).toContainText(/Up to [\d,]+ iterations/);
  await diagram.getByRole("button", { name: "Turn λ" }).click();
  await expect(diagram.getByRole("row").nth(2)).toBeAttached(RUN);
  await diagram.getByRole("button", { name: "Cancel" }).click();
  await expect(diagram.getByRole("button", { name: "Turn λ" })).toBeEnabled();
  expect(await diagram.getByRole("row").count()).toBeGreaterThan(2);
});
