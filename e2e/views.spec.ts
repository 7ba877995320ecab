import { expect, type Page } from "@playwright/test";
import { board, dialog, openApp, RUN, test } from "./support/app";
import { violations } from "./support/axe";
import { EASY } from "./support/puzzles";

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });

test("the stage's views are chosen by tab, key and menu; a state is looked into and shared", async ({ page }) => {
  await openApp(page, `./#v=1&p=${EASY}&b=2&d=24&k=20`);
  await tab(page, "Map").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab(page, "Map")).toHaveAttribute("aria-selected", "false");
  await tab(page, "State").click();
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
  await expect(page.getByRole("table", { name: /Row 1 column 1/ }).getByRole("row")).toHaveCount(10);

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

test("depth × breadth fills from the run and from starts beside it; the sample shows compute by difficulty", async ({
  page,
}) => {
  await openApp(page, `./#v=1&p=${EASY}&b=4&d=12&k=12&t=0.01&view=depth-breadth`);
  const grid = page.getByRole("application", { name: /Share solved by depth and breadth/ });
  await expect(grid).toHaveAccessibleDescription(/^Depth 12 × breadth 4: right in \d of 1 groups of starts/, RUN);
  await page.getByRole("button", { name: /4 starts/ }).click();
  await page.getByRole("option", { name: "16 starts" }).click();
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(grid).toHaveAccessibleDescription(/^Depth 12 × breadth 16: right in \d of 1 groups/, RUN);
  await grid.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowLeft");
  await expect(grid).toHaveAccessibleDescription(/^Depth 1, feed-forward × breadth 16: .* GFLOP each/);
  await expect(page.getByRole("table", { name: /Share solved, of groups of starts/ }).getByRole("row")).toHaveCount(6);

  await tab(page, "Difficulty").click();
  await page.getByRole("button", { name: /4 starts/ }).click();
  await page.getByRole("option", { name: "1 start", exact: true }).click();
  await page.getByRole("button", { name: "Measure" }).click();
  const bands = page.getByRole("table", { name: "Iterations to settle by difficulty" });
  await expect(bands.getByRole("row").nth(1)).toContainText(/none/, RUN);
  const plot = page.getByRole("application", { name: /Iterations to settle by difficulty/ });
  await plot.focus();
  await page.keyboard.press("ArrowRight");
  await expect(plot).toHaveAccessibleDescription(/^Puzzle \d+: 0 guesses/);
  const cancel = page.getByRole("button", { name: "Cancel" });
  // On a fast device there is nothing left to cancel.
  if (await cancel.isVisible()) await cancel.click();
  expect(await violations(page)).toEqual([]);
  await plot.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/sample, no\. \d+/)).toBeVisible();
});
