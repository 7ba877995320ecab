import { expect, type Page } from "@playwright/test";
import { board, dialog, drawer, openApp, playButton, RUN, rows, setBreadth, test, timeline } from "./support/app";
import { EASY } from "./support/puzzles";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

async function widthBeyondScreen(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test("on a phone the board comes first, the transport stays in reach, and nothing sticks out", async ({ page }) => {
  await openApp(page);
  expect(await widthBeyondScreen(page)).toBe(0);
  await expect(board(page)).toBeInViewport({ ratio: 0.95 });
  await expect(playButton(page)).toBeInViewport();

  for (const name of ["Map", "Trajectories", "Puzzle"]) {
    await page.getByRole("navigation", { name: "Panels" }).getByRole("link", { name }).tap();
    await expect(page.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
    await expect(playButton(page)).toBeInViewport();
    expect(await widthBeyondScreen(page)).toBe(0);
  }
});

test("on a phone a trajectory is chosen, the run scrubbed and a cell set by touch", async ({ page }) => {
  await openApp(page);
  await setBreadth(page, 3);
  await page.getByRole("link", { name: "Trajectories" }).tap();
  await expect(rows(page)).toHaveCount(3);
  // While it runs the ranks change, and with them the row that is the last.
  await expect(page.getByRole("button", { name: "Replay" })).toBeVisible(RUN);
  await rows(page).last().tap();
  await expect(rows(page).last()).toHaveAttribute("aria-selected", "true");

  await playButton(page).tap();
  await timeline(page).tap({ position: { x: 60, y: 30 } });
  await page.getByRole("link", { name: "Puzzle" }).tap();
  const open = board(page)
    .getByRole("gridcell", { name: /undecided|decoded/ })
    .first();
  const place = /row \d column \d/.exec((await open.getAttribute("aria-label")) ?? "")?.[0] ?? "";
  await page.getByRole("radio", { name: "Edit clues" }).tap();
  await open.tap();
  await page.getByRole("button", { name: "Set 3" }).tap();
  await expect(board(page).getByRole("gridcell", { name: place })).toHaveAccessibleName(/given 3/);
});

test("on a phone dialogs and the drawer fit the screen", async ({ page }) => {
  await openApp(page);
  for (const [button, title] of [
    ["Examples", "Examples"],
    ["Paste", "Paste a puzzle"],
    ["Share", "Share this run"],
    ["Export", "Export"],
  ] as const) {
    await page.getByRole("button", { name: button, exact: true }).tap();
    await expect(dialog(page, title)).toBeInViewport();
    expect(await widthBeyondScreen(page), `${title} is too wide`).toBe(0);
    await dialog(page, title).getByRole("button", { name: "Close" }).tap();
    await expect(dialog(page, title)).toBeHidden();
  }
  await page.getByRole("button", { name: /^Settings/ }).tap();
  await expect(drawer(page)).toBeInViewport();
  expect(await widthBeyondScreen(page), "the drawer is too wide").toBe(0);
});

test("on a phone no view sticks out, filled or empty, and the switch names the one in sight", async ({ page }) => {
  await openApp(page, `./?backend=wasm#v=1&p=${EASY}&b=3&d=24&k=24`);
  await page.getByRole("navigation", { name: "Panels" }).getByRole("link", { name: "Map" }).tap();
  const views = await page.getByRole("tab").allTextContents();
  expect(views.length).toBeGreaterThan(8);
  for (const name of views) {
    await page.getByRole("button", { name: "All views" }).tap();
    await page.getByRole("menuitemradio", { name }).tap();
    await expect(page.getByRole("tab", { name, exact: true })).toBeInViewport({ ratio: 0.9 });
    const shown = page.getByRole("navigation", { name: "Panels" }).getByRole("link", { name, exact: true });
    await expect(shown).toHaveAttribute("aria-current", "true");
    if (name === "State") await expect(page.getByRole("table", { name: /^Row \d/ })).toBeVisible();
    if (name === "Depth × breadth")
      await expect(page.getByRole("table", { name: /Share solved/ }).getByRole("row")).not.toHaveCount(0);
    expect(await widthBeyondScreen(page), name).toBe(0);
    // What only voices hear takes no room: the view scrolls no further than what is seen.
    const stage = page.getByRole("tabpanel");
    const beyond = await stage.evaluate((panel) => {
      const bottom = Math.max(...[...panel.children].map((child) => child.getBoundingClientRect().bottom));
      const screen = panel.closest("#stage");
      if (!screen || screen.scrollHeight <= screen.clientHeight) return 0;
      return screen.scrollHeight - (bottom - screen.getBoundingClientRect().top + screen.scrollTop);
    });
    expect(beyond, `${name} scrolls into nothing`).toBeLessThan(40);
  }
});
