import { expect, type Page } from "@playwright/test";
import { board, cells, chooseMode, dialog, openApp, openBoard, RUN, takePuzzle, test } from "./support/app";
import { violations } from "./support/axe";
import { EASY } from "./support/puzzles";

/** Its solution. */
const SOLVED = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const OPEN = [...EASY].flatMap((clue, cell) => (clue === "." ? [cell] : []));
const words = (page: Page) => page.getByRole("region", { name: "Puzzle" }).getByRole("status").last();
const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

/** The own digits of the board, "." for every other cell, read from what screen readers say. */
async function own(page: Page): Promise<string> {
  const labels = await cells(page).evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label") ?? ""));
  return labels.map((label) => /, yours (\d)/.exec(label)?.[1] ?? ".").join("");
}

test("a puzzle is played to its end with the keyboard alone", async ({ page }) => {
  await openBoard(page);
  await takePuzzle(page, EASY);
  await radio(page, "Watch").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(radio(page, "Play")).toBeChecked();
  // The network's digits are hidden.
  await expect(board(page).getByRole("gridcell", { name: /decoded|undecided/ })).toHaveCount(0);
  await board(page).locator("[tabindex='0']").focus();
  await page.keyboard.press("Control+Home");

  // A clue takes no digit.
  await page.keyboard.press("9");
  await expect(cells(page).nth(0)).toHaveAccessibleName("row 1 column 1, given 5");

  // Marks and colours, on several cells at once.
  for (const key of [
    "ArrowRight",
    "ArrowRight",
    "Shift+ArrowRight",
    "Shift+Digit1",
    "Shift+Digit2",
    "x",
    "3",
    "c",
    "4",
  ])
    await page.keyboard.press(key);
  await page.keyboard.press("v");
  await page.keyboard.press("6");
  await expect(cells(page).nth(2)).toHaveAccessibleName("row 1 column 3, empty, corner 1 2 3, centre 4, blue");
  await expect(cells(page).nth(3)).toHaveAccessibleName("row 1 column 4, empty, corner 1 2 3, centre 4, blue");
  await expect(board(page).getByRole("gridcell", { selected: true })).toHaveCount(2);
  for (let undo = 0; undo < 5; undo++) await page.keyboard.press("Control+z");
  await expect(cells(page).nth(2)).toHaveAccessibleName("row 1 column 3, empty");
  await page.keyboard.press("z");

  // A digit that breaks a rule, and its undoing.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("5");
  await expect(cells(page).nth(2)).toHaveAccessibleName(/yours 5, conflicts with another digit/);
  await page.keyboard.press("Backspace");

  let at = 2;
  for (const cell of OPEN) {
    if (Math.floor(cell / 9) !== Math.floor(at / 9)) {
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Home");
      at = 9 * Math.floor(cell / 9);
    }
    for (; at < cell; at++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press(SOLVED[cell] ?? "");
  }
  await expect(words(page)).toContainText(/Solved in \d+:\d\d/);
  await expect(board(page)).toHaveAttribute("data-finished", "true");
  expect(await violations(page)).toEqual([]);
});

test("undo and redo go across the modes, and a reload keeps the game", async ({ page }) => {
  await openBoard(page);
  await takePuzzle(page, EASY);
  await cells(page).nth(2).click();
  // In Watch a digit is a person's own, never a clue.
  await page.keyboard.press("4");
  await expect(radio(page, "Play")).toBeChecked();
  await expect(cells(page).nth(2)).toHaveAccessibleName("row 1 column 3, yours 4");

  await chooseMode(page, "Edit clues");
  await cells(page).nth(3).click();
  await page.keyboard.press("6");
  await expect(cells(page).nth(3)).toHaveAccessibleName("row 1 column 4, given 6");
  await chooseMode(page, "Watch");
  const [undo, redo] = [page.getByRole("button", { name: "Undo" }), page.getByRole("button", { name: "Redo" })];
  await undo.click();
  await expect(cells(page).nth(3)).not.toHaveAccessibleName(/given/);
  await undo.click();
  await expect(radio(page, "Play")).toBeChecked();
  await expect.poll(() => own(page)).toBe(".".repeat(81));
  await redo.click();
  await redo.click();
  await expect(cells(page).nth(2)).toHaveAccessibleName("row 1 column 3, yours 4");
  await expect(cells(page).nth(3)).toHaveAccessibleName("row 1 column 4, given 6");

  await page.reload();
  await expect(radio(page, "Play")).toBeChecked();
  await expect(cells(page).nth(2)).toHaveAccessibleName("row 1 column 3, yours 4");
  await expect(cells(page).nth(4)).toHaveAccessibleName("row 1 column 5, given 7");
  await expect(board(page).getByRole("gridcell", { name: /decoded|undecided/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(words(page)).toContainText("No rule is broken");
  await page.getByRole("button", { name: "Compare with the solution" }).click();
  await expect(words(page)).toContainText("agrees with the solution");
});

test("hints come in three strengths, and are refused where a digit contradicts the network", async ({ page }) => {
  await openApp(page, `./#v=1&p=${EASY}&b=3&d=96&k=90`);
  await chooseMode(page, "Play");
  const hint = page.getByRole("button", { name: "Hint", exact: true });
  await expect(async () => {
    await hint.click();
    await expect(words(page)).toContainText("The network is surest of", { timeout: 500 });
  }).toPass(RUN);
  const current = board(page).getByRole("gridcell", { selected: true });
  await expect(current).toHaveAccessibleName(/empty/);
  await page.getByRole("button", { name: "Which digits?" }).click();
  await expect(words(page)).toContainText("weighed");
  await page.getByRole("button", { name: "The digit" }).click();
  await expect(words(page)).toContainText("This is a belief, not a deduction.");
  await page.getByRole("button", { name: "Enter it" }).click();
  await expect(current).toHaveAccessibleName(/yours \d/);
  const entered = await own(page);
  const cell = [...entered].findIndex((digit) => digit !== ".");
  expect(entered[cell]).toBe(SOLVED[cell]);

  await page.getByRole("button", { name: "Beliefs" }).click();
  const beliefs = page.getByRole("dialog", { name: /What does it believe at row \d column \d/ });
  await expect(beliefs).toContainText(`3 of 3 starts lean to ${SOLVED[cell]}`);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Try my digits" }).click();
  const trying = page.getByRole("dialog", { name: "Your digits as hypotheses" });
  await trying.getByRole("button", { name: "Run" }).click();
  await expect(trying).toContainText("With your digit, 3 of 3 starts come to rest, on one grid.", RUN);
  await page.keyboard.press("Escape");

  await current.focus();
  await page.keyboard.press(String((Number(SOLVED[cell]) % 9) + 1));
  await hint.click();
  await expect(words(page)).toContainText("No hint: one of your digits contradicts what the network believes.");
});

test("several cells are selected by dragging and with Shift, and take a mark together", async ({ page }) => {
  await openBoard(page);
  await takePuzzle(page, EASY);
  await chooseMode(page, "Play");
  const middle = async (cell: number) => {
    const box = await cells(page).nth(cell).boundingBox();
    if (!box) throw new Error(`Cell ${cell} is not in sight.`);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  await page.mouse.move(...(await middle(2)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(3)), { steps: 4 });
  await page.mouse.up();
  await cells(page)
    .nth(5)
    .click({ modifiers: ["Shift"] });
  await expect(board(page).getByRole("gridcell", { selected: true })).toHaveCount(3);
  await page.keyboard.press("Shift+Digit2");
  expect(await violations(page)).toEqual([]);
  for (const cell of [2, 3, 5]) await expect(cells(page).nth(cell)).toHaveAccessibleName(/empty, corner 2$/);
  await cells(page).nth(6).click();
  await expect(board(page).getByRole("gridcell", { selected: true })).toHaveCount(1);
});

test("the library and the puzzle of the day open in Play", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: "Examples" }).click();
  await dialog(page, "Examples").getByRole("button", { name: "Medium 3", exact: true }).click();
  await expect(radio(page, "Play")).toBeChecked();
  await expect(page.getByTitle("Medium 3")).toBeVisible();
  await page.getByRole("button", { name: "Examples" }).click();
  await dialog(page, "Examples")
    .getByRole("button", { name: /^Daily,/ })
    .click();
  await expect(page.getByTitle(/^Daily,/)).toBeVisible();
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a puzzle is played to its end", async ({ page }) => {
    await openBoard(page);
    await takePuzzle(page, EASY);
    await radio(page, "Play").tap();
    await radio(page, "Corner marks").tap();
    await cells(page).nth(2).tap();
    await page.getByRole("button", { name: "Corner mark 4" }).tap();
    await expect(cells(page).nth(2)).toHaveAccessibleName("row 1 column 3, empty, corner 4");
    await radio(page, "Digits").tap();
    for (const cell of OPEN) {
      await cells(page).nth(cell).tap();
      await page.getByRole("button", { name: `Set ${SOLVED[cell]}`, exact: true }).tap();
    }
    await expect(words(page)).toContainText(/Solved in \d+:\d\d/);
  });
});
