import { expect, type Locator, type Page } from "@playwright/test";
import { dialog, openApp, RUN, rows, test, untilOver } from "./support/app";
import { download } from "./support/download";

const TWO = "..6..9.....21..3..4...7..91..1.......8..2.......3..748....57..4.5..9.1.3...8...7.";
const MANY = "..8...71493..8.....4.2....3.2.....47..1.9....4..6........16.83.........2......5..";

const stage = (page: Page) => page.locator("#stage");

async function show(page: Page, tab: string): Promise<void> {
  await page.getByRole("button", { name: "All views" }).click();
  await page.getByRole("menuitemradio", { name: tab }).click();
}

/** Texts without what is drawn: a mark has a letter of its own. */
function wordsOf(elements: Locator): Promise<string[]> {
  return elements.evaluateAll((all) =>
    all.map((one) => {
      const copy = one.cloneNode(true) as Element;
      for (const drawn of copy.querySelectorAll("svg")) drawn.remove();
      return copy.textContent ?? "";
    }),
  );
}

/** Letters and grids by a table whose first column names them, "B, valid", and one of whose cells holds the 81 digits. */
async function lettersOf(table: Locator): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const text of await wordsOf(table.getByRole("row"))) {
    const letter = /^([A-Z]+), (?:not )?valid/.exec(text)?.[1];
    const grid = /(\d{81})/.exec(text)?.[1];
    if (letter && grid) found.set(grid, letter);
  }
  return found;
}

/** Letters by grid in the last iteration of the run's CSV, and by trajectory. */
async function lettersOfCsv(page: Page) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const { bytes } = await download(page, dialog(page, "Export").getByRole("button", { name: "CSV", exact: true }));
  await page.keyboard.press("Escape");
  const lines = bytes.toString().trimEnd().split("\r\n").slice(2);
  const last = lines.at(-1)?.split(",")[0];
  const ends = lines.map((line) => line.split(",")).filter(([k]) => k === last);
  const byGrid = new Map<string, string>();
  const byTrajectory = new Map<string, string>();
  const valid: Record<string, number> = {};
  for (const cells of ends) {
    const [grid = "", letter = ""] = cells.slice(-2);
    if (letter === "") continue;
    byGrid.set(grid, letter);
    byTrajectory.set(cells[1] ?? "", letter);
    if (cells[5] === "1") valid[letter] = (valid[letter] ?? 0) + 1;
  }
  return { byGrid, byTrajectory, valid };
}

for (const [name, puzzle] of [
  ["Two solutions", TWO],
  ["22 solutions", MANY],
] as const)
  test(`a grid has one letter in list, map, basins, landscape and CSV: ${name}`, async ({ page }) => {
    test.setTimeout(500_000);
    await openApp(page, `./?backend=wasm#v=1&p=${puzzle}&s=1&d=96&b=8&t=0.001&k=0&view=landscape&set=16:0:0`);
    await untilOver(page);
    const { byGrid, byTrajectory, valid } = await lettersOfCsv(page);
    expect(byGrid.size).toBeGreaterThan(1);
    expect(new Set(byGrid.values()).size).toBe(byGrid.size);

    // The list.
    for (const row of await wordsOf(rows(page))) {
      const [, trajectory = "", letter = ""] = /Trajectory (\d+).*?settled, (?:not )?valid ([A-Z]+)/.exec(row) ?? [];
      if (trajectory) expect(letter, `trajectory ${trajectory}`).toBe(byTrajectory.get(trajectory));
    }

    // The landscape orders by share, and finds more.
    const measured = stage(page).getByRole("table", { name: "Settled states of 16 starts" });
    await stage(page).getByRole("button", { name: "Measure", exact: true }).click();
    await expect(stage(page).getByRole("button", { name: "Measure", exact: true })).toBeVisible(RUN);
    const landscape = await lettersOf(measured);
    expect(landscape.size).toBeGreaterThan(1);
    for (const [grid, letter] of landscape) if (byGrid.has(grid)) expect(letter).toBe(byGrid.get(grid));
    const known = new Map([...byGrid, ...landscape]);
    expect(new Set(known.values()).size).toBe(known.size);

    // The map's legend counts by letter.
    await show(page, "Map");
    const legend = (await wordsOf(page.locator(".map-legend"))).join("");
    const counted = [...legend.matchAll(/(\d+) on grid ([A-Z]+)/g)].map(([, count, letter]) => [letter, Number(count)]);
    expect(Object.fromEntries(counted)).toEqual(valid);

    // Basins are found in an order of their own.
    await show(page, "Basins");
    await stage(page).getByRole("radio", { name: "settled states" }).click();
    await stage(page)
      .getByRole("button", { name: /Pixels of the map/ })
      .click();
    await page.getByRole("option", { name: "16 × 16", exact: true }).click();
    await stage(page).getByRole("button", { name: "Map", exact: true }).click();
    await expect(stage(page).locator("p[role=status]")).toContainText(/^Of \d+ starts/, RUN);
    const cancel = stage(page).getByRole("button", { name: "Cancel", exact: true });
    await expect(cancel).toBeHidden({ timeout: 300_000 });
    const basins = await lettersOf(stage(page).getByRole("table", { name: /Settled states of this square/ }));
    expect(basins.size).toBeGreaterThan(1);
    for (const [grid, letter] of basins) {
      if (known.has(grid)) expect(letter, grid).toBe(known.get(grid));
      else expect([...known.values()]).not.toContain(letter);
    }

    // What experiments found has changed nothing of the run's.
    expect((await lettersOfCsv(page)).byGrid).toEqual(byGrid);
  });
