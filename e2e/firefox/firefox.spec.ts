import { expect } from "@playwright/test";
import { EASY, TWO, WRITTEN } from "../support/puzzles";
import { faults } from "../support/rules";
import { click, cursor, digits, givens, takePuzzle, test, text } from "./support";

const RUN = { timeout: 100_000 };
const LINK = `?backend=wasm#v=1&p=${EASY}&s=1&d=64&b=2&k=64`;

test("Firefox opens the page, runs the network on what it has, and shows every view", async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}`);
  await expect.poll(() => cursor(tab), RUN).toBeGreaterThan(0);
  for (const view of await tab.$$("[role=tab]")) {
    await view.click();
    expect(await tab.$$(".view-missing, .region-stopped")).toEqual([]);
  }
});

test("Firefox solves a puzzle on WebAssembly", async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}${LINK}`);
  await expect.poll(() => text(tab, ".puzzle-panel strong"), RUN).toBe("solved (settled on a valid grid)");
  expect(faults(await digits(tab), EASY)).toEqual([]);
});

test("Firefox reads what is pasted", async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}?backend=wasm#v=1&p=${TWO}&s=1&d=8&b=1&k=0`);
  await expect.poll(async () => (await givens(tab)).length).toBe(81);
  for (const [i, write] of Object.values(WRITTEN).entries()) {
    const puzzle = i % 2 === 0 ? EASY : TWO;
    await takePuzzle(tab, write(puzzle));
    await expect.poll(() => givens(tab)).toBe(puzzle);
  }
});

test("a link that Firefox shares opens the same run elsewhere", async ({ tab, open, baseURL }) => {
  await tab.goto(`${baseURL}${LINK.replace("k=64", "k=9")}`);
  await expect.poll(() => cursor(tab), RUN).toBe(9);
  await click(tab, "Share");
  const link = await tab
    .locator("[role=dialog] input[readonly], [role=dialog] textarea[readonly]")
    .map((field) => (field as HTMLInputElement).value)
    .wait();
  expect(link).toContain(`p=${EASY}`);

  const other = await open();
  await other.goto(link.replace("#", "?backend=wasm#"));
  await expect.poll(() => text(other, "[aria-label=Messages]"), RUN).toContain("Same result as the sender's");
  expect(await cursor(other)).toBe(9);
  expect(await digits(other)).toEqual(await digits(tab));
});

test("a reload brings Firefox back to puzzle, iteration and view", async ({ tab, baseURL }) => {
  await tab.goto(`${baseURL}${LINK.replace("k=64", "k=9&view=state")}`);
  await expect.poll(() => cursor(tab), RUN).toBe(9);
  await expect.poll(() => new URL(tab.url()).hash).toBe("");
  await tab.reload();
  await expect.poll(() => cursor(tab), RUN).toBe(9);
  expect(await givens(tab)).toBe(EASY);
  expect(await text(tab, "[role=tab][aria-selected=true]")).toBe("State");
});
