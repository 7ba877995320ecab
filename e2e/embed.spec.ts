import { expect, type Page } from "@playwright/test";
import { dialog, openApp, RUN, setBreadth, takePuzzle, test, timeline } from "./support/app";
import { EASY } from "./support/puzzles";
import { faults } from "./support/rules";

/** What another page would be: the snippet, and a listener as docs/embed.md has it. */
const host = (
  snippet: string,
) => `<!doctype html><title>A page with a frame</title><body><h1>Notes</h1>${snippet}<script>
  window.heard = [];
  const frame = document.querySelector("iframe");
  addEventListener("message", ({ data, source }) => {
    if (source === frame.contentWindow && data?.source === "settle") window.heard.push(data);
  });
</script></body>`;

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);

async function snippetOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const share = dialog(page, "Share this run");
  await share.getByRole("button", { name: "Embed this run in a page" }).click();
  await share.getByText("autoplay from k = 0").click();
  await share.getByText("trajectories", { exact: true }).click();
  const html = await share.getByRole("textbox", { name: "HTML" }).inputValue();
  await page.keyboard.press("Escape");
  return html;
}

test("a run in a frame of another page starts by itself, tells when it settles, and changes nothing of the reader's", async ({
  page,
}) => {
  await openApp(page, "./?backend=wasm");
  await takePuzzle(page, EASY);
  await setBreadth(page, 2);
  // One iteration at least, so that there is a run to share.
  await expect(timeline(page)).not.toHaveAttribute("aria-valuemax", "0", RUN);
  const html = await snippetOf(page);
  expect(html).toContain("panels=board,stage,list,chart");
  const board = await page.evaluate(() => localStorage.getItem("settle.puzzle"));

  const address = new URL("host.html", page.url()).href;
  await page.route(address, (route) =>
    route.fulfill({ contentType: "text/html", body: host(html.replace("embed=1", "embed=1&amp;backend=wasm")) }),
  );
  await page.goto(address);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("grid", { name: "Sudoku board" })).toBeVisible(RUN);
  await expect(frame.getByRole("button", { name: /^(Share|Examples|Settings)/ })).toHaveCount(0);
  await expect.poll(async () => (await heard(page)).map(({ type }) => type), RUN).toContain("ended");

  const all = await heard(page);
  const messages = all.filter(({ type }) => type !== "size");
  expect(all.filter(({ type }) => type === "size").at(-1)?.height).toBeGreaterThan(400);
  expect(messages.map(({ type }) => type)).toEqual(["ready", "started", "settled", "settled", "ended"]);
  expect(messages[0]).toMatchObject({ version: 1, backend: "wasm" });
  expect(messages[1]).toMatchObject({ puzzle: EASY, breadth: 2 });
  for (const message of messages.slice(2, 4)) {
    expect(message).toMatchObject({ run: messages[1]?.run, valid: true });
    expect(message.residual).toBeLessThan(1e-4);
    expect(faults([...String(message.grid)].map(Number), EASY)).toEqual([]);
  }
  expect(new Set(messages.slice(2, 4).map(({ trajectory }) => trajectory))).toEqual(new Set([1, 2]));
  expect(messages[4]).toMatchObject({
    settled: 2,
    accepted: 0,
    reason: "settled",
    best: { status: "settled", valid: true },
  });

  // The board of a frame without "puzzle" is to be looked at, not changed.
  await frame.getByRole("gridcell").nth(2).click();
  await page.keyboard.press("9");
  await expect(frame.getByRole("gridcell").nth(2)).not.toHaveAccessibleName(/given/);
  expect(await page.evaluate(() => localStorage.getItem("settle.puzzle"))).toBe(board);

  const [whole] = await Promise.all([
    page.waitForEvent("popup"),
    frame.getByRole("link", { name: "Open the whole page" }).click(),
  ]);
  await expect.poll(() => whole.url()).not.toContain("embed");
  await whole.close();
});

test("a frame with an address that asks for what does not exist says so and shows the board", async ({ page }) => {
  await page.goto("./?embed=1&backend=wasm&panels=graph&controls=fly");
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("panels=graph; there are board, stage");
  await expect(page.getByRole("grid", { name: "Sudoku board" })).toBeVisible();
});

test("a poster fetches no weights until it is pressed, and nothing lies over the picture", async ({ page }) => {
  const weights: string[] = [];
  page.on("request", (request) => request.url().includes("/weights/") && weights.push(request.url()));
  await page.goto(`./?embed=1&poster=1&play=1#v=1&p=${EASY}&b=2&d=60&title=VHdvIHNvbHV0aW9ucw`);
  await expect(page.getByRole("note", { name: "From the sender" })).toHaveText("Two solutions");
  await expect(page.getByRole("gridcell")).toHaveCount(81);
  expect(weights).toEqual([]);
  await page.getByRole("button", { name: "Run it here" }).click();
  await expect(timeline(page)).not.toHaveAttribute("aria-valuemax", "0", RUN);
  expect(weights.length).toBeGreaterThan(0);
  // A processor without WebGPU is no news to a reader of somebody's page.
  await expect(page.locator(".banner")).toHaveCount(0);
});

test("the page of live examples runs its frames and makes them as high as they ask", async ({ page }) => {
  await page.goto("./embeds.html");
  const frame = page.frameLocator("iframe").first();
  await expect(frame.getByRole("note", { name: "From the sender" })).toContainText("Two solutions", RUN);
  await expect(frame.getByRole("slider", { name: /^Timeline/ })).toHaveAttribute("aria-valuenow", "20", RUN);
  await expect(page.locator(".heard").first()).toContainText("The frame reports:", RUN);
  await page.setViewportSize({ width: 420, height: 900 });
  await expect
    .poll(
      () =>
        page
          .locator("iframe")
          .first()
          .evaluate((element) => element.clientHeight),
      RUN,
    )
    .toBeGreaterThan(800);
});
