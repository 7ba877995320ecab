import { expect, type Locator, type Page } from "@playwright/test";
import { digits, openApp, RUN, test, untilOver } from "./support/app";

/** 8 grids complete it, and starts settle on more than one of them after some 20 iterations. */
const EIGHT = "5......1...2..5....9....5..8.9761..34.68....1..39.4856....372.4...419.3.....86..9";
/**
 * On WebAssembly, which on a software adapter is the faster. A loose tolerance and a short depth: what the page does with
 * what it measures is tested here, the measurements themselves beside their code.
 */
const LINK = `./?backend=wasm#v=1&p=${EIGHT}&s=1&d=64&b=3&t=0.01&k=0`;

const stage = (page: Page) => page.locator("#stage");
const button = (page: Page, name: string) => stage(page).getByRole("button", { name, exact: true });
/** The sentence of the result; the numbers beside sliders count as statuses as well. */
const said = (page: Page) => stage(page).getByRole("status").and(page.locator("p"));
const map = (page: Page) => stage(page).getByRole("application", { name: /^Basin map/ });
const picture = (page: Page) =>
  map(page)
    .locator("canvas")
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

async function choose(page: Page, list: RegExp, option: string): Promise<void> {
  await stage(page).getByRole("button", { name: list }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** Draws a basin map until something of it is there, and stops it. */
async function begin(page: Page, map: () => Promise<void>): Promise<void> {
  await map();
  await expect(said(page)).toContainText(/^Of [\d,]+ starts so far: \d/, RUN);
  await button(page, "Cancel").click();
  await expect(button(page, "Map")).toBeEnabled();
}

/** What the map says of the start under the crosshair: the grid that it settles on, by the map's table, and when. */
async function promised(page: Page, table: Locator): Promise<{ grid: string; settledAt: string }> {
  await expect(map(page)).toHaveAccessibleDescription(
    /^settles on the (valid|invalid) grid (\w+ )?after \d+ iterations$/,
  );
  const spoken = await map(page).evaluate((host) => {
    const id = host.getAttribute("aria-describedby") ?? "";
    return document.getElementById(id)?.textContent ?? "";
  });
  const [, letter = "", settledAt = ""] = / grid (?:(\w+) )?after (\d+)/.exec(spoken) ?? [];
  const row = table.getByRole("row", { name: new RegExp(letter ? `^${letter}, ` : "^(not )?valid") });
  return { grid: (await row.getByRole("cell").last().textContent()) ?? "", settledAt };
}

/** Lets the start that was chosen run in the main view, and sees whether it keeps the promise. */
async function keepsPromise(page: Page, { grid, settledAt }: { grid: string; settledAt: string }): Promise<void> {
  await untilOver(page);
  await expect.poll(async () => (await digits(page)).join("")).toBe(grid);
  await expect(page.getByRole("region", { name: "Puzzle" })).toContainText(`at iteration ${settledAt} (`);
}

test("a plane of starts is drawn coarse to fine, stopped, zoomed, shared, and any of its starts run", async ({
  page,
}) => {
  await openApp(page, `${LINK}&view=basins`);
  await untilOver(page);
  await choose(page, /Pixels of the map/, "16 × 16");
  await expect(
    stage(page).getByText(/Runs 256 starts on the plane through start \d, start \d and start \d/),
  ).toBeVisible();
  await expect(stage(page).getByText(/Up to [\d,]+ iterations/)).toBeVisible();
  await button(page, "Map").click();
  await expect(said(page)).toContainText(/^Of 256 starts: .*valid/, RUN);
  const whole = await picture(page);
  const table = stage(page).getByRole("table", { name: /Settled states of this square/ });
  expect(await table.getByRole("row").count()).toBeGreaterThan(2);

  // A click runs the start under it, and it goes where its colour says.
  const box = await map(page).locator("canvas").boundingBox();
  if (!box) throw new Error("the map has no picture");
  await page.mouse.click(box.x + (2.5 / 16) * box.width, box.y + (3.5 / 16) * box.height);
  await expect(stage(page).getByText(/Trajectory 1 starts at \(/)).toBeVisible();
  // Away from the map, whose tooltip speaks while the mouse is over it.
  await page.mouse.move(5, 5);
  await keepsPromise(page, await promised(page, table));
  await map(page).focus();
  for (const key of ["ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await keepsPromise(page, await promised(page, table));
  await button(page, "Random start again").click();
  await expect(stage(page).getByText(/Trajectory 1 starts at \(/)).toBeHidden();
  await untilOver(page);

  // What was drawn of a finer map stays when it is stopped; a zoom is a new plane.
  await choose(page, /Pixels of the map/, "32 × 32");
  await begin(page, () => button(page, "Map").click());
  await expect(said(page)).toContainText("so far");
  expect(await picture(page)).not.toBe(whole);
  await stage(page).getByRole("radio", { name: "settled states" }).click();
  await begin(page, () => button(page, "Map").click());
  await expect(
    map(page)
      .locator("text", { hasText: /^settled \d/ })
      .first(),
  ).toBeAttached();
  await stage(page).getByRole("radio", { name: "random" }).click();
  await begin(page, () => button(page, "Map").click());
  await expect(said(page)).toHaveAttribute("data-recipe", /"directions"/);
  await map(page).focus();
  await begin(page, () => page.keyboard.press("+"));
  await expect(button(page, "Whole plane")).toBeVisible();

  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  await page.goto("about:blank");
  await openApp(page, link.replace("#", "?backend=wasm#"));
  await expect(stage(page).getByRole("radio", { name: "random" })).toBeChecked();
  await expect(stage(page).getByRole("button", { name: /Pixels of the map/ })).toContainText("32 × 32");
  await expect(stage(page).getByText(/Runs 1,024 starts around \(/)).toBeVisible();
  await expect(button(page, "Whole plane")).toBeVisible();
});

test("a landscape counts the solutions that starts find, clue by clue; paths are scored", async ({ page }) => {
  await openApp(page, `${LINK}&view=landscape&set=16:0:0`);
  await expect(stage(page).getByRole("button", { name: /Starts of the landscape/ })).toContainText("16 starts");
  await button(page, "Measure").click();
  await expect(said(page)).toContainText(
    /\d+ of 16 starts \(\d+–\d+ %\) settled on \d solutions \([\d, and]+\), /,
    RUN,
  );
  await expect(said(page)).toContainText(/\d of \d known solutions are stable fixed points\.$/, RUN);
  const states = stage(page).getByRole("table", { name: "Settled states of 16 starts" });
  await expect(states.getByRole("row").nth(1)).toContainText(/\d+ % \(\d+–\d+ %\)/);
  const found = Number(/settled on (\d) solutions/.exec((await said(page).textContent()) ?? "")?.[1]);
  expect(found).toBeGreaterThan(1);
  const coverage = stage(page).getByRole("table", { name: /Distinct solutions/ });
  await expect(coverage.getByRole("row").last()).toContainText(`16${found}.0`);
  await expect(stage(page).getByText("solutions found, of 8")).toBeVisible();
  await expect(stage(page).locator(".landscape-node")).toHaveCount((await states.getByRole("row").count()) - 1);
  await expect(stage(page).getByRole("region", { name: "The modes of a landscape" })).toContainText("(this puzzle)");

  // A clue more is another puzzle, with a landscape of its own beside those of its neighbours.
  const clues = stage(page).getByRole("slider");
  await clues.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
  await expect(stage(page).getByText("39 (+6)")).toBeVisible();
  await button(page, "clue by clue").click();
  await button(page, "Measure").click();
  const ladder = stage(page).getByRole("table", { name: /by the number of clues/ });
  await expect(ladder.getByRole("row").nth(2)).toBeAttached(RUN);
  const solutions = await ladder
    .getByRole("row")
    .evaluateAll((rows) => rows.slice(1, 3).map((row) => row.lastElementChild?.textContent));
  expect(solutions[0]).not.toBe("1");
  await button(page, "Cancel").click();

  await page.getByRole("tab", { name: "Path independence", exact: true }).click();
  await button(page, "Measure").click();
  await expect(said(page)).toContainText(
    /Alignment 0\.\d+ \(0\.\d+–[01]\.\d+\) over 24 starts; \d+ settled, on \d+ states\. \d+ of 12 pairs ended in the same state/,
    RUN,
  );
  const neighbours = stage(page).getByRole("table", { name: /how far apart they ended/ });
  await expect(neighbours.getByRole("row")).toHaveCount(25);
  await expect(stage(page).getByText("distance of the two ends (RMS)")).toBeVisible();
});
