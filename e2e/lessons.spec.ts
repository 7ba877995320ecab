import { expect, type Page } from "@playwright/test";
import { openApp, playButton, setSpeed, test } from "./support/app";
import { violations } from "./support/axe";
import { download } from "./support/download";

const EASY = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const TWO_STEPS = `settle-lesson 1
title: Two steps
minutes: 5

# One
link: #v=1&p=${EASY}&b=2&d=128&k=0&view=map
look: board
Here a <b> in the text stays text.
ask: How many starts come to rest? = settled
do: Press play.
until: ended

# Two
link: #v=1&p=${EASY}&b=1&d=128&k=0&view=map
ask: Does it come to rest? = whether settled 1
until: ended
`;

/** Chooses a file with this text in the list of lessons. */
async function openLesson(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Lessons" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Open a lesson file/ }).click();
  await (await chooser).setFiles({ name: "mine.lesson", mimeType: "text/plain", buffer: Buffer.from(text) });
}

test("a course is begun, a question answered by the run, left and found again", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  await page.getByRole("button", { name: "Lessons" }).click();
  await page.getByRole("button", { name: /^What an attractor is/ }).click();
  const strip = page.getByRole("region", { name: "Rest" });
  await expect(strip).toContainText("1 of 12");
  await strip.getByRole("textbox", { name: "Your guess" }).fill("20");
  await strip.getByRole("button", { name: "Guess", exact: true }).click();
  await expect(strip).toContainText("The run will tell.");
  await expect(playButton(page)).toBeEnabled();
  await playButton(page).click();
  await expect(strip.getByText(/measured in this run: \d+/)).toBeVisible({ timeout: 60_000 });
  await expect(strip).toContainText("fixed point");
  expect(await violations(page, ".lesson-strip")).toEqual([]);
  await strip.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("region", { name: "Attractor" })).toContainText("2 of 12");
  await page.reload();
  await expect(page.getByRole("region", { name: "Attractor" })).toContainText("2 of 12");
  await page.getByRole("button", { name: "Close the lesson" }).click();
  await expect(page.getByRole("region", { name: "Attractor" })).toHaveCount(0);
});

test("a lesson of one's own is opened from a file; a broken one is refused with its line", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  await page.getByRole("button", { name: "Lessons" }).click();
  const choose = async (text: string) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /Open a lesson file/ }).click();
    await (await chooser).setFiles({ name: "mine.lesson", mimeType: "text/plain", buffer: Buffer.from(text) });
  };
  const step = `# Mine\nlink: #v=1&p=53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79&b=2\n<img src=x onerror=alert(1)> is text.\n`;
  await choose(`settle-lesson 1\ntitle: My own\nminutes: 5\n\n${step}until: tomorrow\n`);
  await expect(page.getByText(/This lesson cannot be opened. Line 8: "until" is/)).toBeVisible();
  await choose(`settle-lesson 1\ntitle: My own\nminutes: 5\n\n${step}`);
  await expect(page.getByRole("region", { name: "Mine" })).toContainText("<img src=x onerror=alert(1)> is text.");
});

test("a hand-out is made from the runs of a course: pictures, codes, questions, and answers on a sheet of their own", async ({
  page,
}) => {
  await openApp(page, "./?backend=wasm");
  await openLesson(page, TWO_STEPS);
  await page.getByRole("button", { name: "Print or save this lesson as a hand-out" }).click();
  const dialog = page.getByRole("dialog", { name: "Hand-out: Two steps" });
  await dialog.getByRole("button", { name: "Make the hand-out" }).click();
  await expect(dialog.getByRole("progressbar", { name: "Steps that have been run" })).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText("All 2 steps were run.", { timeout: 150_000 });
  const { name, bytes } = await download(page, dialog.getByRole("button", { name: "Save as HTML" }));
  expect(name).toBe("two-steps-hand-out.html");

  // What is saved is a page of its own: nothing of it needs the program.
  const text = bytes.toString("utf8");
  expect(text).not.toContain("<script");
  expect(text).toContain("a &lt;b&gt; in the text stays text");
  const sheet = await page.context().newPage();
  await sheet.setContent(text);
  const questions = sheet.getByRole("region", { name: "Questions" });
  const answers = sheet.getByRole("region", { name: "Answers" });
  await expect(questions.getByRole("img", { name: "QR code of this step" })).toHaveCount(2);
  await expect(questions.getByRole("link", { name: "Open this step" }).first()).toHaveAttribute("href", /#v=1&p=53/);
  const boards = questions.locator(".handout-board [role=img] > svg");
  await expect(boards).toHaveCount(2);
  expect(await boards.first().locator("text").count()).toBeGreaterThanOrEqual(30);
  await expect(questions).toContainText("How many starts come to rest?");
  await expect(questions).not.toContainText("Measured: ");
  await expect(answers.getByText("2 (starts at rest).")).toBeVisible();
  await expect(answers).toContainText(/Measured: Iterations: \d+\. At rest: 2 of 2 starts\. On a solution: 2\./);
  await expect(answers.locator(".handout-view [role=img] > svg path").first()).toBeAttached();
  await expect(answers).toContainText("Yes.");
  await sheet.close();

  // The page is where it was.
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("region", { name: "One" })).toContainText("1 of 2");
});

test("a lesson of two states is written in the page, saved, and taken in another browser", async ({
  page,
  browser,
}) => {
  await openApp(page, "./?backend=wasm");
  await page.getByRole("button", { name: "Lessons" }).click();
  await page.getByRole("button", { name: "Write your own" }).click();
  const form = page.getByRole("region", { name: "Your lesson" });
  await form.getByRole("textbox", { name: "Title", exact: true }).fill("Mine");
  await form.getByRole("button", { name: "Save as a file" }).click();
  await expect(form.getByRole("alert")).toHaveText("Add at least one state.");
  const add = form.getByRole("button", { name: "Add this state" });
  await add.click();
  await add.click();
  await form.getByRole("textbox", { name: "Title of the step" }).fill("Asked");
  await form.getByRole("textbox", { name: /^What is said, a line/ }).fill("Twelve <b>starts</b>.\nA second paragraph.");
  await form.getByRole("button", { name: /Question$/ }).click();
  await page.getByRole("option", { name: "A number that the run gives" }).click();
  await form.getByRole("textbox", { name: "What is asked before the run" }).fill("How many settle?");
  const atStart = form.getByRole("button", { name: "Open it at the start" });
  if (await atStart.isVisible()) await atStart.click();
  expect(await violations(page, ".lesson-strip")).toEqual([]);

  // The draft and what was undone of it outlive a reload.
  await form.getByRole("button", { name: "Move step 2 up" }).click();
  await form.getByRole("button", { name: "Undo" }).click();
  await page.reload();
  await form.getByRole("button", { name: "Redo" }).click();
  await expect(form.getByRole("listitem").first()).toContainText("Asked");
  const { name, bytes } = await download(page, form.getByRole("button", { name: "Save as a file" }));
  expect(name).toBe("mine.lesson");

  const context = await browser.newContext();
  const other = await context.newPage();
  await openApp(other, new URL("./?backend=wasm", page.url()).href);
  await openLesson(other, bytes.toString("utf8"));
  const strip = other.getByRole("region", { name: "Asked" });
  await expect(strip).toContainText("Twelve <b>starts</b>.");
  await strip.getByRole("textbox", { name: "Your guess" }).fill("12");
  await strip.getByRole("button", { name: "Guess", exact: true }).click();
  await setSpeed(other, "max");
  await playButton(other).click();
  await expect(strip.getByText(/^Right: measured in this run: 12/)).toBeVisible({ timeout: 60_000 });
  await context.close();
});
