import { expect, type Page } from "@playwright/test";
import { board, dialog, drawer, messages, openApp, playButton, test } from "./support/app";
import { EASY } from "./support/puzzles";

const RUN = `./?backend=wasm#v=1&p=${EASY}&b=3&d=24&k=24`;

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not there.`);
  return box;
}

test("at 1280 by 720 the board keeps 45 % of the height and the residuals 90 px, in every mode and view", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openApp(page, RUN);
  const keepsTheirHeight = async (where: string) => {
    expect((await boxOf(page, ".board")).height, `the board in ${where}`).toBeGreaterThanOrEqual(324);
    // With the strip of q and the axis; layout.test.ts says what of it the residuals have.
    expect((await boxOf(page, ".chart-fit")).height, `the chart in ${where}`).toBeGreaterThanOrEqual(192);
    const { bottom, right } = await page.locator(".chart-fit").evaluate((chart) => chart.getBoundingClientRect());
    expect([bottom <= 720, right <= 1280], `the chart is in the window in ${where}`).toEqual([true, true]);
  };
  for (const mode of ["Watch", "Play", "Edit clues"]) {
    await page.getByRole("radio", { name: mode, exact: true }).click();
    await keepsTheirHeight(mode);
    const beyond = await page.locator(".puzzle-panel").evaluate((panel) => panel.scrollHeight - panel.clientHeight);
    expect(beyond, `the puzzle's panel scrolls in ${mode}`).toBeLessThanOrEqual(0);
  }
  // The toy plane has the page to itself.
  for (const tab of await page.getByRole("tab").filter({ hasNotText: "Toy plane" }).all()) {
    await tab.click();
    await keepsTheirHeight((await tab.textContent()) ?? "");
  }
});

for (const [width, height] of [
  [1024, 768],
  [820, 1180],
  [390, 844],
  [360, 740],
  [320, 640],
] as const) {
  test(`at ${width} by ${height} nothing is cut at the side, and every control can be reached in each mode`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openApp(page, RUN);
    for (const mode of ["Watch", "Play", "Edit clues"]) {
      await page.getByRole("radio", { name: mode, exact: true }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const cut = await page
        .locator(".header button, .timeline-bar button, .timeline-bar input, .puzzle-panel button")
        .evaluateAll((all, edge) => {
          const shown = all.filter((one) => one.checkVisibility());
          return shown
            .filter((one) => one.getBoundingClientRect().right > edge + 0.5 || one.getBoundingClientRect().left < -0.5)
            .map((one) => one.getAttribute("aria-label") ?? one.textContent);
        }, width);
      expect(cut, mode).toEqual([]);
    }
    for (const name of ["Share", "Help", "Export", "Paste", "Examples", "Set 5", "Settings"]) {
      const button = page.getByRole("button", { name: new RegExp(`^${name}`) }).first();
      await button.scrollIntoViewIfNeeded();
      await button.click({ trial: true });
    }
    await board(page).scrollIntoViewIfNeeded();
    await expect(playButton(page)).toBeInViewport();
  });
}

test("the settings over the page close by a press beside them and by Escape", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openApp(page, RUN);
  const settings = drawer(page);
  const open = page.getByRole("button", { name: /^Settings/ });
  await open.click();
  await expect(settings).toBeInViewport();
  await page.mouse.click(12, 300);
  await expect(settings).toBeHidden();
  await open.click();
  await expect(settings).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(settings).toBeHidden();
});

/** Texts in sight whose type is smaller than this many pixels on the screen, those in pictures by what they are scaled to. */
const smallTexts = (page: Page, least: number) =>
  page.evaluate((pixels) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (!element || text === "" || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue;
      // What only a screen reader gets, and what a style or script element holds, is not seen.
      if (element.closest(".visually-hidden, style, script, noscript, option")) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * Math.abs(scale || 1);
      if (size < pixels - 0.05)
        small.add(`${text.slice(0, 30)} (${element.className || element.localName}): ${size.toFixed(1)} px`);
    }
    return [...small];
  }, least);

test("at 1440 by 900 no text of any view is smaller than 11 px", async ({ page }) => {
  await openApp(page, RUN);
  for (const mode of ["Play", "Edit clues", "Watch"]) {
    await page.getByRole("radio", { name: mode, exact: true }).click();
    expect(await smallTexts(page, 11), mode).toEqual([]);
  }
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect(page.getByText("loading …")).toHaveCount(0);
    expect(await smallTexts(page, 11), (await tab.textContent()) ?? "").toEqual([]);
  }
});

test("a dialog that cannot be fetched is told with a button that reloads; nothing is lost", async ({ page }) => {
  await page.route("**/assets/HelpDialog-*.js", (route) => route.abort());
  await openApp(page, RUN);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await expect(messages(page)).toContainText("could not be loaded");
  await page.unroute("**/assets/HelpDialog-*.js");
  await Promise.all([
    page.waitForEvent("load"),
    messages(page).getByRole("button", { name: "Reload the page" }).click(),
  ]);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await expect(dialog(page, "How to read this")).toBeVisible();
});
