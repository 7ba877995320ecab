import { test as base, expect } from "@playwright/test";
import { type Browser, type BrowserContext, type ElementHandle, launch, type Page } from "puppeteer-core";
import { findFirefox, NO_FIREFOX } from "../../scripts/tools/firefox";

interface Fixtures {
  /** A tab with a profile of its own. The test fails when the page threw an error that nobody caught. */
  readonly tab: Page;
  /** Opens another tab, which shares nothing with the first. */
  readonly open: () => Promise<Page>;
}

/**
 * Playwright's test with tabs of the installed Firefox. Playwright itself drives Firefox only in builds of its own, so
 * the tabs are Puppeteer's, which speaks WebDriver BiDi.
 */
export const test = base.extend<Fixtures, { firefox: Browser | null }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
    async ({}, use) => {
      const executablePath = findFirefox();
      const browser =
        executablePath === null
          ? null
          : await launch({ browser: "firefox", executablePath, defaultViewport: { width: 1440, height: 900 } });
      await use(browser);
      await browser?.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  open: async ({ firefox }, use, info) => {
    test.skip(firefox === null, NO_FIREFOX);
    if (firefox === null) throw new Error(NO_FIREFOX);
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async () => {
      const context = await firefox.createBrowserContext();
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on("pageerror", (error) => errors.push(String(error)));
      return page;
    });
    for (const [i, context] of contexts.entries()) {
      const [page] = await context.pages();
      if (page && info.status !== info.expectedStatus)
        await page.screenshot({ path: info.outputPath(`tab-${i}.png`) as `${string}.png` }).catch(() => {});
      await context.close();
    }
    expect(errors, "errors that the page did not catch").toEqual([]);
  },
  tab: async ({ open }, use) => use(await open()),
});

/** Clicks the button with this name, once it is there and enabled. */
export async function click(page: Page, name: string): Promise<void> {
  const button = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLButtonElement>("button:enabled")].find(
        (each) => (each.getAttribute("aria-label") ?? each.textContent) === wanted && each.checkVisibility(),
      ) ?? null,
    { polling: 100 },
    name,
  );
  await (button as ElementHandle<HTMLButtonElement>).click();
}

/** Text of the first element, or of all of the page; what is in closed dialogs is not there. */
export async function text(page: Page, selector = "body"): Promise<string> {
  return page.evaluate((of) => document.querySelector(of)?.textContent ?? "", selector);
}

const labels = (page: Page): Promise<string[]> =>
  page.$$eval("[role=gridcell]", (all) => all.map((cell) => cell.getAttribute("aria-label") ?? ""));

/** The givens of the board as 81 characters, read from what screen readers get. */
export async function givens(page: Page): Promise<string> {
  return (await labels(page)).map((label) => /, given (\d)/.exec(label)?.[1] ?? ".").join("");
}

/** The digits that the board shows as given or decided, 0 for every other cell. */
export async function digits(page: Page): Promise<number[]> {
  return (await labels(page)).map((label) => Number(/, (?:given|decoded) (\d)/.exec(label)?.[1] ?? 0));
}

/** The iteration that the timeline shows; NaN while there is none. */
export async function cursor(page: Page): Promise<number> {
  return page.evaluate(() => {
    const slider = document.querySelector("[role=slider][aria-label^=Timeline]");
    return Number(slider?.getAttribute("aria-valuenow") ?? Number.NaN);
  });
}

/** Puts text into the dialog for puzzles and takes what was read. */
export async function takePuzzle(page: Page, puzzle: string): Promise<void> {
  await click(page, "Paste");
  await page.waitForSelector("[role=dialog] textarea");
  // As a paste arrives; Puppeteer sets long values behind React's back.
  await page.$eval(
    "[role=dialog] textarea",
    (field, pasted) => {
      (field as HTMLTextAreaElement).focus();
      document.execCommand("insertText", false, pasted);
    },
    puzzle,
  );
  await click(page, "Use this puzzle");
  await page.waitForSelector("[role=dialog]", { hidden: true });
}
