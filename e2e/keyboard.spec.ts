import { expect, type Locator, type Page } from "@playwright/test";
import {
  board,
  cells,
  dialog,
  givens,
  iterations,
  openApp,
  pauseAfter,
  playButton,
  RUN,
  rows,
  setBreadth,
  test,
  timeline,
} from "./support/app";

/** Presses Tab until something has the focus; fails when it is not met on one way through the page. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 80; press++) {
    if ((await target.count()) > 0 && (await target.first().evaluate((node) => node === document.activeElement)))
      return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} cannot be reached with the Tab key.`);
}

test("the board is reached, walked and filled without a pointer", async ({ page }) => {
  await openApp(page);
  await tabTo(page, page.getByRole("radio", { name: "Watch", exact: true }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "Edit clues" })).toBeChecked();
  const current = board(page).locator("[tabindex='0']");
  await tabTo(page, current);
  await page.keyboard.press("Control+Home");
  await expect(cells(page).nth(0)).toBeFocused();
  const first = await givens(page);
  const open = first.indexOf(".");
  for (let step = 0; step < Math.floor(open / 9); step++) await page.keyboard.press("ArrowDown");
  for (let step = 0; step < open % 9; step++) await page.keyboard.press("ArrowRight");
  await expect(cells(page).nth(open)).toBeFocused();

  await page.keyboard.press("7");
  await expect(cells(page).nth(open)).toHaveAccessibleName(/given 7/);
  await page.keyboard.press("Backspace");
  await expect.poll(() => givens(page)).toBe(first);
  await page.keyboard.press("Control+z");
  await expect(cells(page).nth(open)).toHaveAccessibleName(/given 7/);
});

test("the run is played, scrubbed and read without a pointer", async ({ page }) => {
  await openApp(page);
  await setBreadth(page, 4);
  await pauseAfter(page, 20);
  const { newest } = await iterations(page);

  await tabTo(page, timeline(page));
  await page.keyboard.press("ArrowLeft");
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", String(newest - 1));
  await page.keyboard.press("Home");
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", "0");
  await page.keyboard.press(".");
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("l");
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(newest);
  await page.keyboard.press(" ");
  await expect(playButton(page)).toHaveText(/Play|Replay/);

  const chosen = page.locator("[aria-selected=true]");
  await tabTo(page, rows(page).and(chosen));
  const before = await rows(page).and(chosen).getAttribute("data-key");
  await page.keyboard.press(before === (await rows(page).last().getAttribute("data-key")) ? "ArrowUp" : "ArrowDown");
  await expect(rows(page).and(chosen)).not.toHaveAttribute("data-key", before ?? "");
});

test("dialogs open, hold the focus, close and give it back without a pointer", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openApp(page);
  const examples = page.getByRole("button", { name: "Examples" });
  await tabTo(page, examples);
  await page.keyboard.press("Enter");
  await expect(dialog(page, "Examples")).toBeVisible();
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab");
    const inside = await dialog(page, "Examples").evaluate((node) => node.contains(document.activeElement));
    expect(inside, "the focus left the open dialog").toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Examples")).toBeHidden();
  await expect(examples).toBeFocused();

  await page.keyboard.press("?");
  await expect(dialog(page, "How to read this")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page, "How to read this")).toBeHidden();

  await tabTo(page, page.getByRole("button", { name: "Share", exact: true }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Copy link" }));
  await page.keyboard.press("Enter");
  await expect(dialog(page, "Share this run").getByRole("status")).toContainText("Link copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`#v=1&p=${await givens(page)}`);
});

test("the transport is walked with the arrow keys, and its number explains itself on focus", async ({ page }) => {
  await openApp(page);
  const number = page.getByRole("button", { name: /^k = / });
  const replay = page.getByRole("button", { name: "Replay" });
  await expect(replay).toBeVisible(RUN);
  // What a press disables hands the focus on to the button that plays: it is never lost.
  for (const name of ["Step back", "Step forward", "Back to the start", "Live"]) {
    const button = page.getByRole("button", { name, exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(name === "Step back" ? button : playButton(page)).toBeFocused();
  }
  await expect(replay).toBeFocused();
  for (let press = 0; press < 8; press++) await page.keyboard.press("ArrowRight");
  await expect(number).toBeFocused();
  await expect(page.getByRole("tooltip", { name: /^Iteration k/ })).toBeVisible();
});
