import { expect, type Page } from "@playwright/test";
import { cells, chooseMode, dialog, iterations, openApp, openBoard, openDrawer, RUN, rows, test } from "./support/app";
import { violations } from "./support/axe";
import { cutOff } from "./support/cut";
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
  "of twice the size": "html { font-size: 200% !important }",
};
const SIZES = [
  [1440, 900],
  [1280, 720],
  [390, 844],
] as const;

for (const [what, style] of Object.entries(TEXT)) {
  test(`text ${what} stays within its panels at every width, and every control can be reached`, async ({ page }) => {
    await openBoard(page, "./?backend=wasm");
    // The page's own policy allows no inline style sheet; a constructed one is a person's, not the page's.
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, style);
    const stays = (where: string) => expect.poll(() => cutOff(page), { message: where }).toEqual([]);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const at = `at ${width} by ${height}`;
      await stays(at);
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
        await stays(`${title} ${at}`);
        await page.keyboard.press("Escape");
      }
      await openDrawer(page);
      await stays(`the drawer ${at}`);
      await page.getByRole("button", { name: "Close the settings" }).click();
      await chooseMode(page, "Play");
      await stays(`play ${at}`);
      await chooseMode(page, "Watch");
    }
    const tabs = page.getByRole("tab");
    for (const name of await tabs.allTextContents()) {
      await page.getByRole("tab", { name, exact: true }).press("Enter");
      await expect(page.locator("#stage-title")).not.toBeEmpty();
      await stays(`${name} on a phone`);
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
  expect(await cutOff(page)).toEqual([]);
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
