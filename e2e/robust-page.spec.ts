import { test as bare, expect, type Page } from "@playwright/test";
import {
  cells,
  dialog,
  givens,
  iterations,
  messages,
  openApp,
  playButton,
  RUN,
  takePuzzle,
  test,
  timeline,
} from "./support/app";
import { EASY, TWO } from "./support/puzzles";

const WASM = "./?backend=wasm";
const linkTo = (puzzle: string, more = "") => `${WASM}#v=1&p=${puzzle}&s=1&d=64&b=2&k=3${more}`;
const cursor = async (page: Page) => (await iterations(page)).cursor;

/** What others do to a page's DOM while React keeps it; each is called with the texts of the page. */
const EDITS: Readonly<Record<string, string>> = {
  "wraps every text in <font>, as a translator does": `(text) => {
    const font = document.createElement("font");
    text.replaceWith(font);
    font.append(text);
  }`,
  "puts texts of its own in the place of every text": `(text) => {
    const font = document.createElement("font");
    font.append(text.data.toUpperCase());
    text.replaceWith(font);
  }`,
  "removes every third text": "(text, i) => i % 3 === 0 && text.remove()",
  "splits texts and puts marks between them": `(text, i) => {
    if (text.length > 2) text.splitText(1).before(document.createElement("mark"));
    if (i === 0) document.body.normalize();
  }`,
};

for (const [what, edit] of Object.entries(EDITS)) {
  test(`the page lives on when something ${what} while a run goes on`, async ({ page }) => {
    await openApp(page, linkTo(EASY));
    await page.evaluate(`setInterval(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      texts.filter(({ parentNode, data }) => parentNode.nodeName !== "FONT" && data.trim() !== "").forEach(${edit});
    }, 200)`);
    const play = () => page.locator(".transport button").first().press("Enter");
    await play();
    for (const key of ["kick", "state", "map"]) {
      await page.locator(`[role=tab][data-key=${key}]`).click();
      await page.waitForTimeout(500);
    }
    await expect.poll(() => cursor(page), RUN).toBeGreaterThan(10);
    await expect(cells(page)).toHaveCount(81);
    for (const panel of [".puzzle-panel", ".stage", ".list-panel", ".timeline-panel"])
      await expect(page.locator(panel)).toBeVisible();
    await expect(page.locator(".region-stopped")).toHaveCount(0);
  });
}

bare("a panel that stops by an error leaves the others, and comes back", async ({ page }) => {
  await openApp(page, `${linkTo(EASY).replace("wasm#", "wasm&debug=1#")}`);
  await page.evaluate(() => {
    const { app } = (window as unknown as { settle: { app: { settings: Store; run: Store } } }).settle;
    Object.assign(window, { selections: app.run.getState().selections });
    app.run.setState({ selections: null });
  });
  const stopped = page.getByRole("alert").filter({ hasText: "stopped by an error" });
  await expect(stopped).toContainText(
    "The list of trajectories stopped by an error. Your puzzle and settings are safe.",
  );
  await expect(cells(page)).toHaveCount(81);
  await expect(stopped.getByRole("button", { name: "Copy details" })).toBeVisible();
  await page.evaluate(() => {
    const { app } = (window as unknown as { settle: { app: { run: Store } } }).settle;
    app.run.setState({ selections: (window as unknown as { selections: unknown }).selections });
  });
  await stopped.getByRole("button", { name: "Reload this panel" }).click();
  await expect(page.getByRole("listbox", { name: "Trajectories" }).getByRole("option")).toHaveCount(2);
});
interface Store {
  getState(): Record<string, unknown>;
  setState(part: object): void;
}

bare(
  "an error that nobody caught is said in a sentence, with its details to copy; others' are not ours",
  async ({ page }) => {
    await page.goto(WASM);
    await expect(cells(page)).toHaveCount(81);
    await page.evaluate(() => {
      const later = (error: unknown) => setTimeout(() => reportError(error));
      later(new DOMException("ResizeObserver loop limit exceeded"));
      void Promise.reject(new DOMException("The user aborted a request.", "AbortError"));
      dispatchEvent(new ErrorEvent("error", { message: "no", filename: "chrome-extension://abc/x.js" }));
    });
    await page.waitForTimeout(300);
    await expect(messages(page)).not.toContainText("Something went wrong (no");
    for (const fault of [
      () => void Promise.reject(new TypeError("the first")),
      () => void setTimeout(() => reportError(new RangeError("the second"))),
    ]) {
      await page.evaluate(fault);
      await expect(messages(page)).toContainText(
        /Something went wrong \((TypeError: the first|RangeError: the second)\)\. Your puzzle and settings are safe\./,
      );
    }
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await messages(page).getByRole("button", { name: "Copy details" }).click();
    expect(await selectedText(page)).toContain("RangeError: the second");
  },
);

/** Text that is selected in the field with the focus. */
const selectedText = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement;
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  });

const CLIPBOARDS: Readonly<Record<string, string>> = {
  "is missing, as on plain http": "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
  "rejects, as by a policy":
    "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
  throws: "navigator.clipboard.writeText = () => { throw new TypeError('no') }",
};
for (const [what, script] of Object.entries(CLIPBOARDS)) {
  test(`where the clipboard ${what}, every text to copy is selected instead`, async ({ page }) => {
    await page.addInitScript(script);
    await openApp(page, linkTo(EASY));
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const share = dialog(page, "Share this run");
    await share.getByRole("button", { name: "Copy link" }).click();
    await expect(share.getByRole("status").first()).toContainText("The link is selected");
    expect(await selectedText(page)).toContain(`#v=1&p=${EASY}`);
    await share.getByRole("button", { name: "Embed this run in a page" }).click();
    await share.getByRole("button", { name: "Copy HTML" }).click();
    await expect.poll(() => selectedText(page)).toContain("<iframe");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: /Copy/ }).click();
    await messages(page).getByRole("button", { name: "Show it as text" }).click();
    expect((await selectedText(page)).replace(/\D/g, "").length).toBeGreaterThan(20);
  });
}

const STORAGES: Readonly<Record<string, string>> = {
  full: "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
  null: "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { value: null })",
  closed:
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })",
};
for (const [what, script] of Object.entries(STORAGES)) {
  test(`where storage is ${what} a link opens, runs and outlasts a reload, and puzzles can be changed`, async ({
    page,
  }) => {
    await page.addInitScript(script);
    await openApp(page, linkTo(TWO));
    await expect.poll(() => cursor(page), RUN).toBe(3);
    expect(await givens(page)).toBe(TWO);
    await page.reload();
    await expect(playButton(page)).toBeEnabled({ timeout: 60_000 });
    expect(await givens(page)).toBe(TWO);
    await takePuzzle(page, EASY);
    await expect.poll(() => givens(page)).toBe(EASY);
    await page.getByRole("button", { name: /^Theme/ }).click();
  });
}

test("a tab keeps its own puzzle, cursor, selection and view; a link in another tab leaves them alone", async ({
  page,
  context,
}) => {
  await openApp(page, linkTo(EASY, "&view=state&i=2"));
  await expect.poll(() => cursor(page), RUN).toBe(3);
  // The address is short once the run has begun.
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  await timeline(page).press("Home");
  await timeline(page).press("ArrowRight");
  await expect.poll(() => cursor(page), RUN).toBe(1);

  const other = await context.newPage();
  await openApp(other, linkTo(TWO));
  await expect.poll(() => givens(other)).toBe(TWO);

  await page.reload();
  await expect.poll(() => cursor(page), RUN).toBe(1);
  expect(await givens(page)).toBe(EASY);
  await expect(page.getByRole("tab", { name: "State" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("option", { selected: true })).toContainText("2");
  await other.reload();
  await expect.poll(() => givens(other)).toBe(TWO);
  await other.close();
});

test("a link stays in the address until its run has begun, and for good where it cannot be opened", async ({
  page,
}) => {
  let hold = true;
  await page.route("**/*.safetensors", (route) => (hold ? route.abort() : route.continue()));
  await page.goto(linkTo(TWO));
  await expect(page.getByRole("alert")).toContainText("The network could not be loaded.", { timeout: 60_000 });
  expect(page.url()).toContain(`p=${TWO}`);
  hold = false;
  await page.reload();
  await expect.poll(() => cursor(page), RUN).toBe(3);
  await expect.poll(() => new URL(page.url()).hash).toBe("");
  await page.goto(linkTo(TWO).replace("b=2", "b=2x3"));
  await expect(messages(page)).toContainText("This link cannot be opened");
  await expect(playButton(page)).toBeEnabled({ timeout: 60_000 });
  expect(page.url()).toContain("b=2x3");
});

test("a frame keeps its author's run when the reader goes away and comes back", async ({ page }) => {
  await page.goto(WASM);
  const address = new URL("article.html", page.url()).href;
  const source = new URL(linkTo(TWO).replace("?", "?embed=1&panels=board&"), page.url()).href;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "cache-control": "no-store" },
      body: `<title>A</title><iframe width=700 height=700 src="${source}"></iframe>`,
    }),
  );
  const framed = async () => {
    const labels = await page
      .frameLocator("iframe")
      .getByRole("gridcell")
      .evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label") ?? ""));
    return labels.map((label) => /, given (\d)/.exec(label)?.[1] ?? ".").join("");
  };
  await page.goto(address);
  await expect.poll(framed, RUN).toBe(TWO);
  await page.goto("about:blank");
  await page.goBack();
  await expect.poll(framed, RUN).toBe(TWO);
  await page.reload();
  await expect.poll(framed, RUN).toBe(TWO);
  const [frame] = page.frames().slice(1);
  expect(frame?.url()).toContain(`p=${TWO}`);
});

bare("a sandboxed frame without an origin, and a page opened as a file, say one sentence", async ({ page }) => {
  await page.goto(WASM);
  const address = new URL("sandbox.html", page.url()).href;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<title>A</title><iframe width=700 height=300 sandbox="allow-scripts" src="./"></iframe>`,
    }),
  );
  await page.goto(address);
  await expect(
    page.frameLocator("iframe").getByText("Settle has not started: open it over http or https"),
  ).toBeVisible();
  await page.goto(`file://${process.cwd()}/dist/index.html`);
  await expect(page.getByText("Settle has not started: open it over http or https")).toBeVisible();
});
