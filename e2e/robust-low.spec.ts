import { expect, type Page } from "@playwright/test";
import { cells, openBoard, test } from "./support/app";

/** Cells of the board that lie wholly in the window and under nothing else. */
const cellsInSight = (page: Page) =>
  cells(page).evaluateAll(
    (all) =>
      all.filter((cell) => {
        const { left, right, top, bottom } = cell.getBoundingClientRect();
        if (left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5) return false;
        return cell.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
      }).length,
  );

for (const [width, height] of [
  [844, 390],
  [720, 450],
  [640, 360],
  [320, 256],
] as const) {
  test(`in a window of ${width} by ${height} the whole board is seen at once, and every control can be reached`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openBoard(page);
    await page
      .getByRole("grid", { name: "Sudoku board" })
      .evaluate((board) => board.scrollIntoView({ block: "center" }));
    await expect.poll(() => cellsInSight(page)).toBe(81);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const name of ["Share", "Help", "Paste", "Settings"]) {
      const button = page.getByRole("button", { name: new RegExp(`^${name}`) }).first();
      await button.scrollIntoViewIfNeeded();
      await button.click({ trial: true });
    }
  });
}
