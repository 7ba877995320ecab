import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { openApp, playButton, test } from "./support/app";

test("a course is begun, a question answered by the run, left and found again", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  await page.getByRole("button", { name: "Lessons" }).click();
  await page.getByRole("button", { name: /What an attractor is/ }).click();
  const strip = page.getByRole("region", { name: "Rest" });
  await expect(strip).toContainText("1 of 12");
  await strip.getByRole("textbox", { name: "Your guess" }).fill("20");
  await strip.getByRole("button", { name: "Guess", exact: true }).click();
  await expect(strip).toContainText("The run will tell.");
  await expect(playButton(page)).toBeEnabled();
  await playButton(page).click();
  await expect(strip.getByText(/measured in this run: \d+/)).toBeVisible({ timeout: 60_000 });
  await expect(strip).toContainText("fixed point");
  const { violations } = await new AxeBuilder({ page }).include(".lesson-strip").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
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
