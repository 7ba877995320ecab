import { expect } from "@playwright/test";
import { dialog, openApp, openDrawer, pauseAfter, RUN, setBreadth, test } from "./support/app";
import { violationsInBoth } from "./support/axe";
import { EASY } from "./support/puzzles";

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const [device, viewport] of Object.entries(SIZES)) {
  test.describe(device, () => {
    test.use({ viewport });

    test("the page and its dialogs have no serious accessibility fault in either theme", async ({ page }) => {
      await openApp(page, "./?backend=wasm");
      await setBreadth(page, 3);
      await pauseAfter(page, 12);
      expect(await violationsInBoth(page), "the page").toEqual([]);

      for (const [button, title] of [
        ["Examples", "Examples"],
        ["Paste", "Paste a puzzle"],
        ["Share", "Share this run"],
        ["Export", "Export"],
        [/Help/, "How to read this"],
      ] as const) {
        await page.getByRole("button", { name: button, exact: true }).click();
        await expect(dialog(page, title)).toBeVisible();
        expect(await violationsInBoth(page), title).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(dialog(page, title)).toBeHidden();
      }
      await openDrawer(page);
      expect(await violationsInBoth(page), "the drawer").toEqual([]);
    });
  });
}

/** Views in which a measurement of a few seconds is made first: by name of the region and of its button. */
const MEASURED: Readonly<Record<string, readonly [region: string, button: string]>> = {
  Kick: ["One kick", "Kick"],
  Stability: ["Divergence of nearby states", "Follow"],
};

test("every view, the table of cycles, the model's card, the paper, a lesson and a presentation have no serious accessibility fault in either theme", async ({
  page,
}) => {
  await openApp(page, `./?backend=wasm#v=1&p=${EASY}&b=2&d=40&k=34&h=2&t=0.01`);
  const both = async (what: string) => expect(await violationsInBoth(page, "#stage, [role=dialog]"), what).toEqual([]);
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
  await both("the model's card");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Lessons" }).click();
  expect(await violationsInBoth(page, ".lesson-strip"), "the list of lessons").toEqual([]);
  await page.getByRole("button", { name: "The paper, side by side" }).click();
  await expect(page.getByRole("dialog")).toContainText("arXiv");
  await both("the paper");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^What an attractor is/ }).click();
  await expect(page.getByRole("region", { name: "Rest" })).toBeVisible();
  expect(await violationsInBoth(page, ".lesson-strip"), "a lesson").toEqual([]);
  await page.keyboard.press("p");
  await expect(page.locator(".present")).toBeVisible();
  expect(await violationsInBoth(page), "a presentation").toEqual([]);
});
