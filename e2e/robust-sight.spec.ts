import { expect, type Page } from "@playwright/test";
import { cells, dialog, iterations, openApp, openBoard, RUN, rows, test } from "./support/app";
import { violations } from "./support/axe";
import { EASY } from "./support/puzzles";

const LINK = `./?backend=wasm#v=1&p=${EASY}&s=1&d=24&b=3&k=20`;

/** What a person sees of the elements: whatever tells two of them apart without colour of the page's own. */
const looks = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const style = getComputedStyle(element);
      const { borderStyle, borderWidth, borderColor, outlineStyle, outlineColor, fontWeight, textDecorationLine } =
        style;
      const { backgroundColor, color } = style;
      return JSON.stringify([
        [borderStyle, borderWidth, borderColor, outlineStyle, outlineColor],
        [fontWeight, textDecorationLine, backgroundColor, color],
      ]);
    }),
  );

/** Texts that are cut off or lie outside of the panel, dialog or bar that they are in. */
const outside = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, [role=tab], [role=radio], input, h1, h2, h3, label")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .flatMap((element) => {
        const home = element.closest<HTMLElement>(".panel, [role=dialog], header, main, body");
        const [inner, outer] = [element.getBoundingClientRect(), home?.getBoundingClientRect()];
        if (!outer || inner.width < 2 || element.closest("[role=tablist], [aria-hidden=true]")) return [];
        const over = inner.left < outer.left - 1 || inner.right > outer.right + 1;
        return over ? [`${element.textContent || element.getAttribute("aria-label")} in ${home?.className}`] : [];
      }),
  );

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("forced colours keep every distinction", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openApp(page, LINK);
  await expect(rows(page)).toHaveCount(3);
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(10);

  const chosen = async (selector: string, state: string) => {
    const [on, off] = [await looks(page, `${selector}${state}`), await looks(page, `${selector}:not(${state})`)];
    expect(on.length, `${selector} chosen`).toBeGreaterThan(0);
    expect(off.length, `${selector} not chosen`).toBeGreaterThan(0);
    for (const look of on) expect(off, `${selector}${state} is told from the others`).not.toContain(look);
  };
  await chosen("[role=listbox] [role=option]", "[aria-selected=true]");
  await chosen("[role=tablist] [role=tab]", "[aria-selected=true]");
  // Of a radio the mark may be on the label that holds it.
  const radios = await page.locator("label:has(input[type=radio])").count();
  if (radios > 0) await chosen("label:has(input[type=radio])", ":has(:checked)");
  // A given and a decoded digit differ in weight or colour.
  const given = await looks(page, "[role=gridcell][aria-label*=given]");
  const decoded = await looks(page, "[role=gridcell][aria-label*=decoded]");
  if (given.length > 0 && decoded.length > 0) expect(new Set(given)).not.toEqual(new Set(decoded));
});

const TEXT: Readonly<Record<string, string>> = {
  "with WCAG's spacing":
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
};
for (const [what, style] of Object.entries(TEXT)) {
  test(`text ${what} stays within its panels, and every control can be reached`, async ({ page }) => {
    await openBoard(page);
    await page.addStyleTag({ content: style }).catch(async () => {
      // The page's own policy allows no inline style sheet; a constructed one is a person's, not the page's.
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      }, style);
    });
    expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
    expect(await outside(page)).toEqual([]);
    for (const name of ["Share", "Help", "Paste", "New", "Settings"]) {
      const button = page.getByRole("button", { name: new RegExp(`^${name}`) }).first();
      await button.scrollIntoViewIfNeeded();
      await button.click({ trial: true });
    }
    for (const [button, title] of [
      ["Share", "Share this run"],
      ["Export", "Export"],
      ["Paste", "Paste a puzzle"],
    ] as const) {
      await page.getByRole("button", { name: button, exact: true }).click();
      await expect(dialog(page, title)).toBeVisible();
      expect(await outside(page), title).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });
}

test("a page that a translator has turned from right to left keeps its board, pictures and numbers as they are", async ({
  page,
}) => {
  await openApp(page, LINK);
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
    document.documentElement.lang = "ar";
  });
  await expect(cells(page)).toHaveCount(81);
  const boxes = await cells(page).evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().left));
  const row = boxes.slice(0, 9);
  expect(row, "columns run from left to right").toEqual(row.toSorted((a, b) => a - b));
  expect(await scrollsSideways(page)).toBeLessThanOrEqual(0);
  expect(await outside(page)).toEqual([]);
  const slider = page.getByRole("slider", { name: /^Timeline/ });
  await slider.press("Home");
  await slider.press("ArrowRight");
  await expect.poll(async () => (await iterations(page)).cursor).toBe(1);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page, "Share this run")).toBeVisible();
});

test("reduced motion takes movements away and no distinction", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openApp(page, LINK);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog(page, "Share this run")).toBeVisible();
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((animation) => {
        const { duration } = animation.effect?.getComputedTiming() ?? {};
        return animation.playState === "running" && Number(duration) > 100;
      }).length,
  );
  expect(moving).toBe(0);
  await page.keyboard.press("Escape");
  const [on, off] = [
    await looks(page, "[role=listbox] [role=option][aria-selected=true]"),
    await looks(page, "[role=listbox] [role=option]:not([aria-selected=true])"),
  ];
  for (const look of on) expect(off).not.toContain(look);
});

test("axe finds no serious fault with forced colours or from right to left", async ({ page }) => {
  await openApp(page, LINK);
  await page.emulateMedia({ forcedColors: "active" });
  expect(await violations(page), "forced colours").toEqual([]);
  await page.emulateMedia({ forcedColors: null });
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  expect(await violations(page), "right to left").toEqual([]);
});
