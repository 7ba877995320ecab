import { expect, type Page } from "@playwright/test";
import { dialog, digits, givens, judgement, openApp, RUN, setBreadth, setSpeed, takePuzzle, test } from "./support/app";
import { EASY } from "./support/puzzles";
import { faults } from "./support/rules";

/** Runs a script before any other in the page and in every worker, which Playwright's init scripts do not reach. */
async function beforeEverything(page: Page, script: string): Promise<void> {
  await page.addInitScript({ content: script });
  await page.route("**/*worker*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script};\n${await response.text()}` });
  });
}

/** Two starts of an easy puzzle: the processor computes them in seconds. */
async function settlesOnTheCpu(page: Page): Promise<void> {
  await setBreadth(page, 2);
  await setSpeed(page, "max");
  await takePuzzle(page, EASY);
  await expect.poll(() => givens(page)).toBe(EASY);
  await expect(judgement(page)).toHaveText("solved (settled on a valid grid)", RUN);
  expect(faults(await digits(page), EASY)).toEqual([]);
}

const advice = (page: Page) => page.getByText("The network runs on the CPU instead");
const badge = (page: Page, name: string) => page.getByRole("banner").getByRole("button", { name });

test("on request the network runs without WebGPU, and the page says so", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  await expect(badge(page, "WebAssembly")).toBeVisible();
  // Who asked for it needs no advice.
  await expect(advice(page)).toBeHidden();
  await settlesOnTheCpu(page);
});

test("a browser without WebGPU is told how to get it, and runs the network all the same", async ({ page }) => {
  await beforeEverything(page, "delete (self.WorkerNavigator ?? self.Navigator).prototype.gpu");
  await openApp(page);
  expect(await page.evaluate(() => "gpu" in navigator)).toBe(false);
  await expect(badge(page, "WebAssembly")).toBeVisible();
  await expect(advice(page)).toContainText("This browser has no WebGPU");
  await page.getByRole("button", { name: "How to enable WebGPU" }).click();
  await expect(dialog(page, "How to enable WebGPU")).toContainText("Firefox");
  await page.keyboard.press("Escape");
  await settlesOnTheCpu(page);

  await page.getByRole("button", { name: "Close this message" }).first().click();
  await expect(advice(page)).toBeHidden();
  await page.reload();
  await expect(badge(page, "WebAssembly")).toBeVisible({ timeout: 60_000 });
  await expect(advice(page)).toBeHidden();
});

test("a computer without a graphics adapter is told so", async ({ page }) => {
  await beforeEverything(page, "if (self.GPU) GPU.prototype.requestAdapter = async () => null");
  await openApp(page);
  await expect(badge(page, "WebAssembly")).toBeVisible();
  await expect(advice(page)).toContainText("no graphics adapter");
});
