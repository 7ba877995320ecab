import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** Playwright's test, failing as well when the page threw an error that nobody caught. */
export const test = base.extend<{ uncaught: string[] }>({
  uncaught: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await use(errors);
      // A request still on its way at the end of a test, such as one to keep a file for later, is no failure of it.
      for (const routes of [page, page.context()]) await routes.unrouteAll({ behavior: "ignoreErrors" });
      expect(errors, "errors that the page did not catch").toEqual([]);
    },
    { auto: true },
  ],
});

/** How long the software adapter may take for a run of a few starts on a busy machine. */
export const RUN = { timeout: 100_000 };

/** Opens the page and waits until its first run is under way. */
export async function openApp(page: Page, address = "./"): Promise<void> {
  await page.goto(address);
  // The shipped run plays before the network is there; its card says that it is.
  await expect(page.locator(".header .model-button")).toBeAttached({ timeout: 120_000 });
  await expect(playButton(page)).toBeEnabled({ timeout: 60_000 });
}

/** Opens the page for what needs no run. */
export async function openBoard(page: Page, address = "./"): Promise<void> {
  await page.goto(address);
  await expect(cells(page)).toHaveCount(81);
}

export const board = (page: Page): Locator => page.getByRole("grid", { name: "Sudoku board" });
export const cells = (page: Page): Locator => board(page).getByRole("gridcell");
export const messages = (page: Page): Locator => page.getByRole("region", { name: "Messages" });
export const facts = (page: Page): Locator => page.getByRole("button", { name: /clues? ·/ });
export const timeline = (page: Page): Locator => page.getByRole("slider", { name: /^Timeline/ });
export const playButton = (page: Page): Locator => page.getByRole("button", { name: /^(Play|Pause|Replay)$/ });
export const drawer = (page: Page): Locator => page.getByRole("complementary", { name: "Settings of the run" });
export const rows = (page: Page): Locator => page.getByRole("listbox", { name: "Trajectories" }).getByRole("option");
export const dialog = (page: Page, name: string): Locator => page.getByRole("dialog", { name });
/** The words of the verdict that judge the selected trajectory. */
export const judgement = (page: Page): Locator =>
  page.getByRole("region", { name: "Puzzle" }).getByRole("strong").first();

/** Iteration that the page shows, and the newest it knows. */
export async function iterations(page: Page): Promise<{ cursor: number; newest: number }> {
  const [cursor, newest] = await timeline(page).evaluate((slider) => [
    Number(slider.getAttribute("aria-valuenow")),
    Number(slider.getAttribute("aria-valuemax")),
  ]);
  return { cursor: cursor ?? Number.NaN, newest: newest ?? Number.NaN };
}

/** Waits until board, rows and words stand at iteration k: they follow the timeline a moment later. */
export async function untilTold(page: Page, k: number): Promise<void> {
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", String(k));
  await expect(page.getByRole("button", { name: /^k = / })).toHaveText(new RegExp(`^k = ${k}( of|$)`));
}

/** The givens of the board as 81 characters, read from what voices are told. */
export async function givens(page: Page): Promise<string> {
  return (await labels(page)).map((label) => /, given (\d)/.exec(label)?.[1] ?? ".").join("");
}

/** The digits that the board shows as given or decided, 0 for every other cell. */
export async function digits(page: Page): Promise<number[]> {
  return (await labels(page)).map((label) => Number(/, (?:given|decoded) (\d)/.exec(label)?.[1] ?? 0));
}

/** What voices are told of each cell. */
function labels(page: Page): Promise<string[]> {
  return cells(page).evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label") ?? ""));
}

/** Chooses what the board is for: digits enter clues only in Edit clues. */
export async function chooseMode(page: Page, mode: "Watch" | "Play" | "Edit clues"): Promise<void> {
  await page.getByRole("radio", { name: mode, exact: true }).click();
}

/** Has so many starts run, few enough that the list shows them all, and waits for that run: a change takes a moment. */
export async function setBreadth(page: Page, breadth: number): Promise<void> {
  await setField(page, "Breadth", breadth);
  await expect(rows(page)).toHaveCount(breadth);
}

/** Types a value into one of the fields that are always in sight, in the bar or in the open drawer. */
export async function setField(page: Page, name: "Breadth" | "Depth", value: number): Promise<void> {
  const field = page.getByRole("textbox", { name, exact: true }).first();
  await field.fill(String(value));
  await field.press("Enter");
}

/** Types a value into a field of the drawer, which must be open. */
export async function setInDrawer(page: Page, name: string, value: string): Promise<void> {
  const field = drawer(page).getByRole("textbox", { name });
  await field.fill(value);
  await field.press("Enter");
}

export async function openDrawer(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: /^Settings/ });
  if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
  // Its fields are fetched when it is opened.
  await expect(drawer(page).getByRole("textbox").first()).toBeVisible();
}

export async function setSpeed(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /Speed/ }).click();
  await page.getByRole("option", { name, exact: true }).click();
}

/** Puts text with a puzzle into the dialog for it. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Paste", exact: true }).click();
  await dialog(page, "Paste a puzzle").getByRole("textbox").fill(text);
}

export async function takePuzzle(page: Page, text: string): Promise<void> {
  await paste(page, text);
  await page.getByRole("button", { name: "Use this puzzle" }).click();
  await expect(dialog(page, "Paste a puzzle")).toBeHidden();
}

export async function takeExample(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Examples" }).click();
  await dialog(page, "Examples").getByRole("button", { name, exact: true }).click();
}

/** Lets the run go on as fast as it can to where it ends by itself. */
export async function untilOver(page: Page): Promise<void> {
  await setSpeed(page, "max");
  const play = page.getByRole("button", { name: "Play", exact: true });
  if (await play.isVisible()) await play.click();
  await expect(page.getByRole("button", { name: "Replay" })).toBeVisible(RUN);
}

/** Computes at least `k` iterations and pauses; what was on its way at the click has arrived when it returns. */
export async function pauseAfter(page: Page, k: number): Promise<void> {
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThanOrEqual(k);
  const pause = page.getByRole("button", { name: "Pause" });
  if (await pause.isVisible()) await pause.click();
  await expect(pause).toBeHidden();
  for (let before = -1, now = 0; before !== now; ) {
    before = (await iterations(page)).newest;
    await page.waitForTimeout(1000);
    now = (await iterations(page)).newest;
  }
}
