import { expect } from "@playwright/test";
import {
  board,
  cells,
  chooseMode,
  dialog,
  facts,
  givens,
  messages,
  openBoard,
  paste,
  takeExample,
  takePuzzle,
  test,
} from "./support/app";
import { CONFLICT, EASY, NONE, TWO, WRITTEN } from "./support/puzzles";

for (const [name, write] of Object.entries(WRITTEN)) {
  test(`reads a puzzle from ${name}`, async ({ page }) => {
    await openBoard(page);
    await takePuzzle(page, write(EASY));
    await expect.poll(() => givens(page)).toBe(EASY);
    await expect(facts(page)).toHaveText("30 clues · one solution");
  });
}

test("reads a puzzle pasted or dropped anywhere on the page", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBoard(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), EASY);
  await page.getByRole("heading", { name: "Settle" }).click();
  await page.keyboard.press("ControlOrMeta+V");
  await expect.poll(() => givens(page)).toBe(EASY);

  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "puzzle.txt", { type: "text/plain" }));
    return data;
  }, WRITTEN["a drawn grid"]?.(TWO) ?? "");
  await board(page).dispatchEvent("drop", { dataTransfer: dropped });
  await expect.poll(() => givens(page)).toBe(TWO);
});

test("says what is wrong with a text and keeps the puzzle", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBoard(page);
  const before = await givens(page);
  const said = dialog(page, "Paste a puzzle").getByRole("status");
  const use = page.getByRole("button", { name: "Use this puzzle" });

  await paste(page, EASY.slice(0, 80));
  await expect(said).toContainText("80");
  await expect(use).toBeDisabled();
  await page.getByRole("textbox", { name: "Puzzle as text" }).fill(EASY.replace("5", "x"));
  await expect(said).toContainText("x");
  await expect(use).toBeDisabled();
  await page.getByRole("textbox", { name: "Puzzle as text" }).fill("https://example.org/puzzle");
  await expect(said).toContainText("example.org");
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Paste a puzzle")).toBeHidden();

  await page.evaluate(() => navigator.clipboard.writeText("not a puzzle"));
  await page.getByRole("heading", { name: "Settle" }).click();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(messages(page)).toContainText("Your puzzle is unchanged.");
  expect(await givens(page)).toBe(before);
});

test("undoes and redoes changes of the puzzle", async ({ page }) => {
  await openBoard(page);
  const first = await givens(page);
  const undo = page.getByRole("button", { name: "Undo" });
  const redo = page.getByRole("button", { name: "Redo" });
  await expect(undo).toBeDisabled();
  await takePuzzle(page, EASY);
  await chooseMode(page, "Edit clues");
  await cells(page).nth(2).click();
  await page.getByRole("button", { name: "Set 4" }).click();
  const changed = `534${EASY.slice(3)}`;
  await expect.poll(() => givens(page)).toBe(changed);

  await undo.click();
  await expect.poll(() => givens(page)).toBe(EASY);
  await undo.click();
  await expect.poll(() => givens(page)).toBe(first);
  await expect(undo).toBeDisabled();
  await redo.click();
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect.poll(() => givens(page)).toBe(changed);
  await expect(redo).toBeDisabled();
});

test("tells puzzles with several or no solutions as such", async ({ page }) => {
  await openBoard(page);
  await takeExample(page, "Two solutions");
  await expect.poll(() => givens(page)).toBe(TWO);
  await expect(facts(page)).toContainText("· 2 solutions");
  await takeExample(page, "No place for the 9");
  await expect.poll(() => givens(page)).toBe(NONE);
  await expect(facts(page)).toContainText("· no solution");
});

test("marks givens that break a rule, and says which rule", async ({ page }) => {
  await openBoard(page);
  await takeExample(page, "Two 5s in a row");
  await expect.poll(() => givens(page)).toBe(CONFLICT);
  await expect(page.getByText("The clues break a rule:").first()).toContainText("5");
  await expect(cells(page).nth(0)).toHaveAttribute("aria-invalid", "true");
  await expect(cells(page).nth(2)).toHaveAttribute("aria-invalid", "true");
  await expect(cells(page).nth(1)).not.toHaveAttribute("aria-invalid", "true");

  await chooseMode(page, "Edit clues");
  await cells(page).nth(2).click();
  await page.getByRole("button", { name: "Erase the cell" }).click();
  await expect(cells(page).nth(0)).not.toHaveAttribute("aria-invalid", "true");
  await expect(facts(page)).toContainText("· one solution");
});

test("makes a new puzzle, copies it as text and clears the board", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBoard(page);
  const before = await givens(page);
  await page.getByRole("button", { name: "New" }).click();
  await page.getByRole("menuitem", { name: "easy" }).click();
  await expect.poll(() => givens(page)).not.toBe(before);
  await expect(facts(page)).toContainText("· one solution");

  const made = await givens(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Copy as text" }).click();
  await expect(messages(page)).toContainText("Copied as text.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replace(/[^1-9.]/g, "")).toBe(made);

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Clear the board" }).click();
  await expect.poll(() => givens(page)).toBe(".".repeat(81));
});
