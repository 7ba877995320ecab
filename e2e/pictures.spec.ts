import { expect } from "@playwright/test";
import { openApp, RUN, test, timeline } from "./support/app";

// Pictures of the page for people to look at; nothing compares them.
const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ["light", "dark"] as const) {
  for (const [device, viewport] of Object.entries(SIZES)) {
    test.describe(`${device}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport });

      test("the page moving and at the end", async ({ page }) => {
        await openApp(page);
        // The opening may be over before the network is there.
        await timeline(page).focus();
        await page.keyboard.press("Home");
        for (let k = 0; k < 10; k++) await page.keyboard.press("ArrowRight");
        await expect(timeline(page)).toHaveAttribute("aria-valuenow", "10");
        const name = `screenshots/${device}-${colorScheme}`;
        const moving = await page.screenshot({ path: `${name}-moving.png` });
        await page.getByRole("button", { name: "Play", exact: true }).click();
        await expect(page.getByRole("button", { name: "Replay" })).toBeVisible(RUN);
        const end = await page.screenshot({ path: `${name}-end.png` });
        expect(end.equals(moving)).toBe(false);
      });
    });
  }
}
