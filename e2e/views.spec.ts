import { expect, type Page } from "@playwright/test";
import { board, dialog, openApp, RUN, test } from "./support/app";
import { violations } from "./support/axe";
import { EASY } from "./support/puzzles";

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });

test("the stage's views are chosen by tab, key and menu; a state is looked into and shared", async ({ page }) => {
  await openApp(page, `./#v=1&p=${EASY}&b=2&d=24&k=20`);
  await tab(page, "Map").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab(page, "State")).toHaveAttribute("aria-selected", "true");

  const state = page.getByRole("application", { name: /Latent state/ });
  await expect(state).toHaveAccessibleDescription(/digit \d: softmax .* Entropy of the cell/, RUN);
  await expect(page.getByText("trajectory 1 at k = 20").or(page.getByText("trajectory 2 at k = 20"))).toBeVisible();
  await state.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("5");
  await expect(state).toHaveAccessibleDescription(/^Row 1 column 1, given 5, digit 5: softmax (9\d|100) %/);
  // The board's current cell is the same one.
  await expect(board(page).getByRole("gridcell", { selected: true })).toHaveAccessibleName(/row 1 column 1/);
  await expect(page.getByRole("table", { name: /Row 1, column 1/ }).getByRole("row")).toHaveCount(10);

  await page.getByRole("button", { name: /Colour by/ }).click();
  await page.getByRole("option", { name: "PC 1" }).click();
  await expect(page.getByText(/principal axis 1 .* at iterations 1, 2, 4 … 16/)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page, "Share this run").getByRole("textbox", { name: "Link" })).toHaveValue(/view=state/);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "All views" }).click();
  await page.getByRole("menuitemradio", { name: "Map" }).click();
  await expect(page.getByRole("application", { name: /^Trajectory map/ })).toBeVisible();
});
