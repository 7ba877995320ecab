import { expect } from "@playwright/test";
import { dialog, openApp, openDrawer, pauseAfter, RUN, setBreadth, test } from "./support/app";
import { violations } from "./support/axe";
import { EASY } from "./support/puzzles";

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ["light", "dark"] as const) {
  for (const [device, viewport] of Object.entries(SIZES)) {
    test.describe(`${device}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      test("the page and its dialogs have no serious accessibility fault", async ({ page }) => {
        await openApp(page);
        await setBreadth(page, 3);
        await pauseAfter(page, 12);
        expect(await violations(page), "the page").toEqual([]);

        for (const [button, title] of [
          ["Examples", "Examples"],
          ["Paste", "Paste a puzzle"],
          ["Share", "Share this run"],
          ["Export", "Export"],
          [/Help/, "How to read this"],
        ] as const) {
          await page.getByRole("button", { name: button, exact: true }).click();
          await expect(dialog(page, title)).toBeVisible();
          // A dialog fades in; half-way there its colours are not yet those of the design.
          await page.waitForTimeout(400);
          expect(await violations(page), title).toEqual([]);
          await page.keyboard.press("Escape");
          await expect(dialog(page, title)).toBeHidden();
        }
        await openDrawer(page);
        await page.waitForTimeout(400);
        expect(await violations(page), "the drawer").toEqual([]);
      });
    });
  }
}

/** Views in which a measurement of a few seconds is made first: by name of the region and of its button. */
const MEASURED: Readonly<Record<string, readonly [region: string, button: string]>> = {
  Kick: ["One kick", "Kick"],
  Stability: ["Divergence of nearby states", "Follow"],
};

test("every view, the table of cycles and the model's card have no serious accessibility fault in either theme", async ({
  page,
}) => {
  await openApp(page, `./?backend=wasm#v=1&p=${EASY}&b=2&d=40&k=34&h=2&t=0.01`);
  const both = async (what: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(200);
      expect(await violations(page, "#stage, [role=dialog]"), `${what}, ${colorScheme}`).toEqual([]);
    }
  };
  const tabs = page.getByRole("tab");
  for (const name of await tabs.allTextContents()) {
    await page.getByRole("tab", { name, exact: true }).click();
    const [region, button] = MEASURED[name] ?? [];
    if (region) {
      const section = page.getByRole("region", { name: region });
      await section.getByRole("button", { name: button, exact: true }).click();
      await expect(section.getByRole("status")).toContainText(/\d/, RUN);
    }
    await both(name);
  }
  await tabs.first().click();
  await page.getByRole("button", { name: /^Cycles, now/ }).click();
  await expect(dialog(page, "Cycles of trajectory 1").or(dialog(page, "Cycles of trajectory 2"))).toBeVisible();
  await both("cycles");
  await page.keyboard.press("Escape");
  await page.locator(".header .model-button").click();
  await expect(page.getByRole("dialog")).toContainText("What it is bad at");
  await page.waitForTimeout(400);
  await both("the model's card");
});
