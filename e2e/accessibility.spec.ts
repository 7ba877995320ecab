import { expect } from "@playwright/test";
import { dialog, openApp, openDrawer, pauseAfter, setBreadth, test } from "./support/app";
import { violations } from "./support/axe";

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
