import { expect, type Page } from "@playwright/test";
import { openApp, playButton, test, timeline } from "./support/app";
import { violations } from "./support/axe";

test.use({ viewport: { width: 1280, height: 720 } });

/** Texts in smaller type than 2.5 % of the window's height. Marks and the candidates in a cell are pictures. */
function smallTexts(page: Page): Promise<string[]> {
  return page.locator(".present *").evaluateAll((all) => {
    const factor = Number(document.querySelector<HTMLElement>(".present")?.style.getPropertyValue("--factor"));
    return all
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()))
      .filter(
        (one) => !one.closest(".visually-hidden, .board, svg.outcome-mark") && one.getBoundingClientRect().width > 1,
      )
      .filter((one) => factor * Number.parseFloat(getComputedStyle(one).fontSize) < 0.025 * innerHeight - 0.01)
      .map((one) => `${one.tagName} ${one.getAttribute("class")}: ${one.textContent}`);
  });
}

test("a lesson is presented: large type, a clicker's keys, a spotlight, and out again", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  await page.getByRole("button", { name: "Lessons" }).click();
  await page.getByRole("button", { name: /^What an attractor is/ }).click();
  await expect(page.getByRole("region", { name: "Rest" })).toBeVisible();
  await page.getByRole("button", { name: "Present", exact: true }).click();
  const hall = page.getByRole("main", { name: "Presentation" });
  await expect(hall.getByRole("heading", { level: 1 })).toContainText("When does it stop changing its mind");
  await expect(hall.getByRole("grid", { name: "Sudoku board" })).toBeVisible();
  await expect(hall).toContainText("1 of 12");
  await expect(playButton(page)).toBeEnabled();
  await playButton(page).click();
  // The hall is answered by the run.
  await expect(hall.getByRole("heading", { level: 1 })).toContainText(/after how many iterations\? \d+\./, {
    timeout: 60_000,
  });
  expect(await smallTexts(page)).toEqual([]);
  expect(await violations(page, ".present")).toEqual([]);

  // Wherever the focus is.
  await timeline(page).focus();
  await page.keyboard.press("PageDown");
  await expect(hall).toContainText("2 of 12");
  await expect(hall.getByRole("heading", { level: 1 })).toContainText("Attractor");
  await page.keyboard.press("PageUp");
  await expect(hall).toContainText("1 of 12");
  await page.keyboard.press("s");
  await expect(page.locator(".spotlight")).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.locator(".spotlight")).toHaveCount(0);
  await hall.getByRole("button", { name: "Panels" }).click();
  await hall.getByRole("button", { name: "Residuals" }).click();
  await expect(timeline(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(hall).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Rest" })).toBeVisible();
});

test("a link opens a presentation with what its sender hid", async ({ page }) => {
  const run = "v=1&p=53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79&b=2&k=4";
  await page.goto(`./?backend=wasm#${run}&present=residuals`);
  const hall = page.getByRole("main", { name: "Presentation" });
  await expect(hall.getByRole("grid", { name: "Sudoku board" })).toBeVisible();
  await expect(hall).toContainText("k = 4 of 128", { timeout: 60_000 });
  await expect(timeline(page)).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(hall).not.toContainText("k = 4 of 128");
  await page.keyboard.press("p");
  await expect(hall).toHaveCount(0);
});
