import { expect, type Page } from "@playwright/test";
import { START_DEVIATION } from "../src/model/eqr/recipe/startDeviation";
import { dialog, iterations, openApp, RUN, setBreadth, takePuzzle, test, untilOver } from "./support/app";
import { download } from "./support/download";
import { EASY } from "./support/puzzles";
import { playedBy } from "./support/video";

const button = (page: Page, name: string) => dialog(page, "Export").getByRole("button", { name, exact: true });

/** The document as the browser reads it: an error of XML would show as <parsererror>. */
async function readSvg(page: Page, text: string) {
  return page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    const count = (selector: string) => root.querySelectorAll(selector).length;
    return {
      tag: root.tagName,
      errors: count("parsererror"),
      foreign: count("foreignObject, image"),
      paths: count("path"),
      text: [...root.querySelectorAll("text")].map((one) => one.textContent).join(" "),
      data: JSON.parse(root.querySelector("metadata")?.textContent ?? "null"),
    };
  }, text);
}

test("a run is taken along as figures and tables that say how it was made", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  await takePuzzle(page, EASY);
  await setBreadth(page, 2);
  await untilOver(page);
  const { newest } = await iterations(page);
  const id = /^settle-[0-9a-f]{8}-/;
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog(page, "Export").getByRole("img", { name: /with its caption/ })).toBeVisible();

  for (const [panel, words] of [
    ["Trajectory map", /settled, valid 2/],
    ["Residuals", /tolerance: below this it counts as settled/],
    ["Board", /5 3 4 6 7 8 9 1 2/],
    ["Trajectories", /settled, valid .* 2 of 2 votes/],
  ] as const) {
    await dialog(page, "Export").getByRole("button", { name: /Panel/ }).click();
    await page.getByRole("option", { name: panel }).click();
    const { name, bytes } = await download(page, button(page, "SVG"));
    expect(name).toMatch(id);
    const svg = await readSvg(page, bytes.toString());
    expect(svg, panel).toMatchObject({ tag: "svg", errors: 0, foreign: 0 });
    expect(svg.text, panel).toMatch(words);
    expect(svg.text).toContain("Both starts have settled on the same valid grid.");
    expect(svg.text).toContain(`puzzle ${EASY}`);
    expect(svg.data).toMatchObject({ k: newest, recipe: { puzzle: EASY, breadth: 2 } });
    if (panel !== "Board") expect(svg.paths, `${panel} is drawn in lines`).toBeGreaterThan(4);
  }

  const png = await download(page, button(page, "PNG"));
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(700);

  const csv = (await download(page, button(page, "CSV"))).bytes.toString().trimEnd().split("\r\n");
  expect(csv).toHaveLength(2 + 2 * (newest + 1));
  expect(csv.at(-1)).toMatch(new RegExp(`^${newest},2,[\\d.e-]+,[\\d.]+,settled,1,`));

  const json = JSON.parse((await download(page, button(page, "JSON"))).bytes.toString());
  expect(json.frames).toHaveLength(newest + 1);
  expect(json).toMatchObject({ recipe: { puzzle: EASY }, end: "settled", backend: { kind: "wasm" } });
  expect(json.link).toContain("#v=1&");

  await dialog(page, "Export")
    .getByRole("button", { name: /Which iterations/ })
    .click();
  await page.getByRole("option", { name: "every 4 iterations" }).click();
  const npy = await download(page, button(page, "NumPy"));
  expect(npy.name).toMatch(/-states-t[12]-every4\.npy$/);
  const head = npy.bytes.subarray(10, 10 + npy.bytes.readUInt16LE(8)).toString();
  const [n = 0, ...shape] = (/'shape': \(([\d, ]+)\)/.exec(head)?.[1] ?? "").split(", ").map(Number);
  expect(n).toBe(Math.floor(newest / 4) + 1);
  expect(shape).toEqual([9, 9, 9, 32]);
  const numbers = npy.bytes.subarray(10 + head.length);
  expect(numbers.length).toBe(n * 729 * 32 * 4);
  // z_0 is drawn from N(0, START_DEVIATION²); a run that has settled stands still.
  const state = (i: number) => Array.from({ length: 729 * 32 }, (_, j) => numbers.readFloatLE((i * 729 * 32 + j) * 4));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(state(0).map((value) => (value / START_DEVIATION) ** 2))).toBeCloseTo(1, 1);
  const [before, last] = [state(n - 2), state(n - 1)];
  expect(mean(last.map((value, j) => Math.abs(value - (before[j] ?? Number.NaN))))).toBeLessThan(0.01);

  const film = await download(page, button(page, "Video"));
  expect(film.name).toMatch(/-film\.webm$/);
  const played = await playedBy(page, film.bytes);
  expect(played).toMatchObject({ width: 1280, height: 720 });
  expect(played.seconds).toBeCloseTo((newest + 1 + 24) / 12, 0);
});

test("views of the stage are figures with what they measured as caption and recipe", async ({ page }) => {
  await openApp(page, `./?backend=wasm#v=1&p=${EASY}&b=2&d=40&k=40&view=kick`);
  // A view that a link opens measures by itself what takes a moment.
  const kick = page.getByRole("region", { name: "One kick" });
  await expect(kick.getByRole("status")).toContainText(/same fixed point/, RUN);
  const figure = async (words: RegExp, recipe: RegExp) => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await expect(dialog(page, "Export").getByRole("img", { name: /with its caption/ })).toBeVisible();
    const { bytes } = await download(page, button(page, "SVG"));
    const svg = await readSvg(page, bytes.toString());
    expect(svg).toMatchObject({ tag: "svg", errors: 0, foreign: 0 });
    expect(svg.text).toMatch(words);
    expect(svg.text).toMatch(recipe);
    expect(svg.text).toContain(EASY);
    const png = await download(page, button(page, "PNG"));
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(700);
    await page.keyboard.press("Escape");
  };
  await figure(/residual, kicked.*came back to the same fixed point/s, /experiment kick .*"size":0.5/s);

  await page.getByRole("tab", { name: "State", exact: true }).click();
  await expect(page.getByRole("table", { name: /^Row \d/ })).toBeVisible(RUN);
  await figure(/What the state knows.*softmax/s, /k = 40/);
  await page.getByRole("tab", { name: "Depth × breadth" }).click();
  await figure(/feed-forward.*100 %/s, /K = 40/);

  await page.getByRole("tab", { name: "Evaluate" }).click();
  const check = page.getByRole("tabpanel");
  await check.getByRole("textbox", { name: "first" }).fill("3");
  await check.getByRole("textbox", { name: "first" }).press("Enter");
  await check.getByRole("button", { name: "Evaluate" }).click();
  await expect(check).toContainText(/Pure breadth solves [0-3] of 3/, RUN);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const { bytes } = await download(page, button(page, "SVG"));
  expect((await readSvg(page, bytes.toString())).text).toMatch(
    /solved by depth.*3 of 3 puzzles of the shipped sample/s,
  );
});
