import { expect, type Page } from "@playwright/test";
import {
  cells,
  dialog,
  drawer,
  openApp,
  openDrawer,
  pauseAfter,
  RUN,
  rows,
  setField,
  setInDrawer,
  setSpeed,
  test,
  timeline,
} from "./support/app";
import { download } from "./support/download";

/** Norvig's impossible puzzle. */
const IMPOSSIBLE = ".....5.8....6.1.43..........1.5........1.6...3.......553.....61........4.........";

const hypothesised = (page: Page) => cells(page).and(page.locator("[aria-label*=hypothesis]"));
const cyclesButton = (page: Page) => page.getByRole("button", { name: /^Cycles, now/ });

test("a nudged run shows its hypotheses, its cycles and what became of them, and survives a reload", async ({
  page,
}) => {
  // No solution to believe in: two hypotheses expire at iteration 64.
  await openApp(page, `./#v=1&p=${IMPOSSIBLE}&b=1&d=80&k=0`);
  await openDrawer(page);
  await expect(drawer(page).getByRole("radio", { name: /^Pure.*as in the paper/ })).toBeChecked();
  await drawer(page).getByText("Extreme", { exact: true }).click();
  await expect(drawer(page).getByRole("radio", { name: /^Extreme.*nudged breadth.*not the paper's/ })).toBeChecked();
  await expect(drawer(page).getByRole("textbox", { name: "Path noise" })).toHaveValue("0.1");
  await setInDrawer(page, "Nudges", "2");
  await expect(drawer(page).getByRole("radio", { name: /^Custom.*nudged breadth/ })).toBeChecked();
  await setField(page, "Depth", 80);
  await setSpeed(page, "max");
  await pauseAfter(page, 66);

  await timeline(page).focus();
  for (const key of ["Home", "PageUp", "PageUp", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", "34");
  await expect(hypothesised(page)).toHaveCount(1);
  await expect(timeline(page)).toHaveAttribute("aria-valuetext", /cycle 1, under 1 hypothesis/);
  await expect(page.getByRole("region", { name: "Puzzle" })).toContainText("is under 1 hypothesis in cycle 1");
  await expect(rows(page).first()).toContainText("cycle 1 · 1 nudge");

  // Its ring is a part of the figure.
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await dialog(page, "Export").getByRole("button", { name: /Panel/ }).click();
  await page.getByRole("option", { name: "Board" }).click();
  const { bytes } = await download(page, dialog(page, "Export").getByRole("button", { name: "SVG", exact: true }));
  expect(bytes.toString().match(/<rect [^>]*stroke-dasharray="4 3"/g)).toHaveLength(1);
  await page.keyboard.press("Escape");

  // The table tells it all, and leads there by keyboard.
  await cyclesButton(page).focus();
  await page.keyboard.press("Enter");
  const table = page.getByRole("dialog", { name: "Cycles of trajectory 1" });
  await expect(table).toContainText("not the paper's");
  await table.getByRole("button", { name: "Show the expired at 64" }).focus();
  await page.keyboard.press("Enter");
  await expect(timeline(page)).toHaveAttribute("aria-valuenow", "64");
  await expect(hypothesised(page)).toHaveCount(2);
  await table.getByRole("button", { name: "Show the beginning of cycle 2" }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Puzzle" })).toContainText("made a fresh start");
  await expect(hypothesised(page)).toHaveCount(0);

  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveValue(/[#&]h=2&/);
  await page.goto("./");
  await openDrawer(page);
  await expect(drawer(page).getByRole("radio", { name: /^Custom.*nudged breadth/ })).toBeChecked();
  await drawer(page).getByText("Extreme", { exact: true }).click();
  await page.reload();
  await expect(drawer(page).getByRole("radio", { name: /^Extreme/ })).toBeChecked();
});

test("another shipped model can be chosen, and puzzle and settings stay", async ({ page }) => {
  // A second entry in the list of models, with the card and the weights of the first.
  await page.route("**/weights/index.json", async (route) => {
    const index = await (await route.fetch()).json();
    await route.fulfill({ json: { ...index, models: [...index.models, { name: "second", title: "The second" }] } });
  });
  await page.route("**/weights/second.json", async (route) => {
    const listed = await (
      await route.fetch({ url: route.request().url().replace("second.json", "index.json") })
    ).json();
    const url = route.request().url().replace("second.json", `${listed.default.elsewhere}.json`);
    const card = await (await route.fetch({ url })).json();
    await route.fulfill({ json: { ...card, name: "second", title: "The second" } });
  });
  await openApp(page);
  await setField(page, "Breadth", 2);
  const before = await cells(page).evaluateAll((all) => all.filter((cell) => cell.dataset.kind === "given").length);
  await page.locator(".model-button").click();
  await page.getByRole("dialog").getByText("The second", { exact: true }).click();
  const second = page.getByRole("article", { name: "The second" });
  await expect(second).toContainText("runs now");
  await expect(second).toContainText("What it is bad at");
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(2);
  await expect(cells(page).and(page.locator("[data-kind=given]"))).toHaveCount(before);
  await expect(page.locator(".header .model-button")).toContainText("The second");
  // The link is that of the run on show: the other model's begins a moment later.
  await expect(async () => {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
    await page.keyboard.press("Escape");
    expect(link).toMatch(/&m=second&/);
  }).toPass(RUN);
});
