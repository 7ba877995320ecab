import { type Browser, expect, type Page } from "@playwright/test";
import { dialog, openApp, RUN, rows, takeExample, test, timeline, untilOver } from "./support/app";

/** What the map and the list show, from the page's own state: no pixels, which differ with the size of a window. */
interface Picture {
  readonly cursor: number;
  readonly reached: number;
  readonly axes: readonly number[];
  readonly window: unknown;
  readonly zoom: { x: number; y: number; half: number } | null;
  readonly selected: number;
  readonly letters: readonly string[];
  /** [k][trajectory * 3] */
  readonly points: readonly (readonly number[])[];
}

function pictureOf(page: Page): Promise<Picture> {
  return page.evaluate(() => {
    const { app } = (window as unknown as { settle: { app: AppHandle } }).settle;
    const { record, playback, selected } = app.run.getState();
    if (!record) throw new Error("There is no run.");
    return {
      cursor: playback.cursor,
      reached: record.frames.length - 1,
      axes: app.settings.getState().axes,
      window: record.basis?.window,
      zoom: app.page.getState().zoom,
      selected,
      letters: [...document.querySelectorAll("[role=listbox] [role=option]")].map((row) => row.textContent ?? ""),
      points: record.frames.map(({ coords }) => [...coords]),
    };
  });
}

/** The list holds only the rows in sight, and may have scrolled to the one that was chosen. */
async function listFromTop(page: Page): Promise<void> {
  const list = page.getByRole("listbox", { name: "Trajectories" });
  await list.evaluate((element) => {
    for (let box: Element | null = element; box && !box.matches(".list-panel"); box = box.parentElement)
      box.scrollTop = 0;
  });
  await expect(rows(page).first()).toContainText("rank 1");
}

interface AppHandle {
  readonly run: {
    getState(): {
      record: {
        frames: { coords: Float32Array }[];
        basis: { window: unknown } | null;
      } | null;
      playback: { cursor: number };
      selected: number;
    };
  };
  readonly settings: { getState(): { axes: readonly number[] } };
  readonly page: { getState(): { zoom: { x: number; y: number; half: number } | null } };
}

async function shareLink(page: Page, title: string, sentence: string): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const share = dialog(page, "Share this run");
  await share.getByRole("textbox", { name: "Title" }).fill(title);
  await share.getByRole("textbox", { name: "What to look at" }).fill(sentence);
  const link = await share.getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** Another device's window, which shares nothing with this one. */
async function freshPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1100, height: 800 } })).newPage();
}

function expectSamePoints(here: Picture, there: Picture): void {
  expect(there.points.length).toBe(here.points.length);
  const all = here.points.flat().filter(Number.isFinite);
  const extent = Math.max(...all) - Math.min(...all);
  here.points.forEach((coords, k) => {
    coords.forEach((value, i) => {
      const other = there.points[k]?.[i] ?? Number.NaN;
      expect(Math.abs(other - value), `iteration ${k}, number ${i}`).toBeLessThan(extent / 200);
    });
  });
}

test("the receiver of a link sees the sender's picture", async ({ page, browser }) => {
  await openApp(page, "./?backend=wasm&debug=1");
  await takeExample(page, "Two solutions");
  await untilOver(page);
  await timeline(page).focus();
  await page.keyboard.press("Home");
  for (let k = 0; k < 20; k++) await page.keyboard.press("ArrowRight");
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", "20");
  await rows(page).nth(3).click();
  const map = page.getByRole("application", { name: /Trajectory map/ });
  await map.focus();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(async () => (await pictureOf(page)).zoom).not.toBeNull();
  await listFromTop(page);
  const sent = await pictureOf(page);
  expect(sent.reached).toBeGreaterThan(20);
  const link = await shareLink(page, "A fork <b>&amp;</b>", "Watch start 4 turn away.");

  const other = await freshPage(browser);
  await openApp(other, link.replace("/#", "/?backend=wasm&debug=1#"));
  await expect(timeline(other)).toHaveAttribute("aria-valuemax", String(sent.reached), RUN);
  await expect(timeline(other)).toHaveAttribute("aria-valuenow", "20");
  await expect(other.getByRole("note", { name: "From the sender" })).toHaveText(
    "A fork <b>&amp;</b> Watch start 4 turn away.",
  );
  await expect(other).toHaveTitle(/A fork <b>&amp;<\/b> · Settle$/);
  await expect.poll(async () => (await pictureOf(other)).window, RUN).toEqual(sent.window);
  await listFromTop(other);
  const received = await pictureOf(other);
  expect({ ...received, points: null, letters: null }).toEqual({ ...sent, points: null, letters: null });
  // A lower window shows fewer rows of the list.
  const shown = Math.min(received.letters.length, sent.letters.length);
  expect(shown).toBeGreaterThan(2);
  expect(received.letters.slice(0, shown)).toEqual(sent.letters.slice(0, shown));
  expectSamePoints(sent, received);

  // What was received goes on as it is.
  const again = await other.evaluate(() =>
    (window as unknown as { settle: { app: { share: { link(): string } } } }).settle.app.share.link(),
  );
  expect(again.slice(again.indexOf("#"))).toBe(link.slice(link.indexOf("#")));
  await other.context().close();
});

test("the dialog counts what is left of title and sentence, and shows a QR code of the link", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  await expect(timeline(page)).not.toHaveAttribute("aria-valuemax", "0", RUN);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const share = dialog(page, "Share this run");
  await share.getByRole("textbox", { name: "Title" }).fill("a".repeat(70));
  await expect(share.getByText("10 of 80 characters left")).toBeVisible();
  await share.getByRole("textbox", { name: "Title" }).fill("a".repeat(85));
  await expect(share.getByText("5 characters too many: only the first 80 are sent.")).toBeVisible();
  await share.getByRole("button", { name: "Show a QR code" }).click();
  await expect(share.getByRole("img", { name: "QR code of the link" })).toBeVisible();
});

test("where the clipboard is closed the link is selected, to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await openApp(page, "./?backend=wasm");
  await expect(timeline(page)).not.toHaveAttribute("aria-valuemax", "0", RUN);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const share = dialog(page, "Share this run");
  await share.getByRole("button", { name: "Copy link" }).click();
  await expect(share.getByText("The link is selected: copy it with Ctrl C or Cmd C.")).toBeVisible();
  const link = await share.getByRole("textbox", { name: "Link" }).inputValue();
  expect(
    await page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    }),
  ).toBe(link);
});
