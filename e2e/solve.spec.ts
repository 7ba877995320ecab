import { expect } from "@playwright/test";
import {
  digits,
  givens,
  judgement,
  openApp,
  RUN,
  rows,
  setBreadth,
  setSpeed,
  takePuzzle,
  test,
  untilOver,
} from "./support/app";
import { SEVERAL } from "./support/puzzles";
import { faults } from "./support/rules";

test("the first puzzle settles on its solution", async ({ page }) => {
  await openApp(page);
  const puzzle = await givens(page);
  expect(puzzle.replaceAll(".", "").length).toBeGreaterThan(16);
  await setSpeed(page, "max");
  await expect(judgement(page)).toContainText("solved (settled on a valid grid", RUN);

  expect(faults(await digits(page), puzzle)).toEqual([]);
  expect(await givens(page)).toBe(puzzle);
  await expect(rows(page).first()).toContainText("settled, valid");
});

test("what the page calls valid obeys the rules, in every trajectory of a puzzle with 22 solutions", async ({
  page,
}) => {
  // High enough for the list to keep all rows in sight.
  await page.setViewportSize({ width: 1440, height: 1400 });
  await openApp(page);
  await takePuzzle(page, SEVERAL);
  await setBreadth(page, 8);
  await untilOver(page);

  const found = new Set<string>();
  for (const row of await rows(page).all()) {
    await row.click();
    // Among several grids their letters follow.
    const said = (await judgement(page).textContent()) ?? "";
    const grid = await digits(page);
    if (said.includes("solved (settled on a valid grid")) {
      expect(faults(grid, SEVERAL)).toEqual([]);
      found.add(grid.join(""));
    } else if (said.includes("settled, but not on a valid grid")) expect(faults(grid, SEVERAL)).not.toEqual([]);
  }
  // Which of the 22 a start falls into is the seed's doing.
  expect(found.size).toBeGreaterThan(0);
});
