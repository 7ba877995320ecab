import { expect, type Page } from "@playwright/test";
import { openApp, test } from "./support/app";

const chip = (page: Page) => page.locator(".model-button");
const models = (page: Page) => page.getByRole("radiogroup", { name: "Model" });

async function openDialog(page: Page): Promise<void> {
  await chip(page).click();
  await expect(models(page)).toBeVisible();
}

/** The models by title, and the two that the page starts with. */
async function shipped(page: Page) {
  const index = await (await page.request.get("./weights/index.json")).json();
  const titleOf = (name: string): string => index.models.find((model: { name: string }) => model.name === name).title;
  return { gpu: titleOf(index.default.gpu), elsewhere: titleOf(index.default.elsewhere), names: index.default };
}

for (const [where, address] of [
  ["on a software adapter", "./"],
  ["on WebAssembly", "./?backend=wasm"],
] as const)
  test(`${where} the page starts with the model for the CPU and says why`, async ({ page }) => {
    await openApp(page, address);
    const { gpu, elsewhere } = await shipped(page);
    await expect(chip(page)).toContainText(elsewhere);
    await openDialog(page);
    await expect(models(page).getByRole("radio", { name: elsewhere })).toBeChecked();
    await expect(page.getByRole("dialog")).toContainText(
      `${elsewhere} runs because this page computes on the CPU here. On a graphics processor it starts with ${gpu}.`,
    );
  });

test("what a person chooses is kept, a link's model wins over it, and the page can choose again", async ({ page }) => {
  await openApp(page, "./?backend=wasm");
  const { gpu, elsewhere, names } = await shipped(page);
  await openDialog(page);
  await models(page).getByText(gpu, { exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText(`${gpu} runs because you chose it`);
  await expect(chip(page)).toContainText(gpu);
  await page.reload();
  await expect(chip(page)).toContainText(gpu, { timeout: 60_000 });

  const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
  await page.goto(`./?backend=wasm#v=1&p=${puzzle}&m=${names.elsewhere}&d=8&b=1`);
  await page.reload();
  await expect(chip(page)).toContainText(elsewhere, { timeout: 60_000 });
  await openDialog(page);
  await expect(page.getByRole("dialog")).toContainText(`${elsewhere} runs because the link names it.`);
  // The choice is still there for the next tab.
  expect(await page.evaluate(() => localStorage.getItem("settle.settings"))).toContain(`"chosenModel":"${names.gpu}"`);

  await page.getByRole("button", { name: "Let the page choose" }).click();
  await expect(page.getByRole("dialog")).toContainText(`${elsewhere} runs because this page computes on the CPU here.`);
  await expect(page.getByRole("button", { name: "Let the page choose" })).toBeHidden();
});

test("a page that takes its adapter for a graphics processor loads the model for it, and mends that once it knows better", async ({
  page,
}) => {
  // The page alone is deceived; the worker finds the software adapter that it is.
  await page.addInitScript({
    content:
      "if (self.GPUAdapterInfo) Object.defineProperty(GPUAdapterInfo.prototype, 'architecture', { get: () => 'ampere' })",
  });
  const index = await (await page.request.get("./weights/index.json")).json();
  const loaded = page.waitForRequest(`**/weights/${index.default.gpu}.safetensors`);
  await page.goto("./");
  await loaded;
  const { gpu, elsewhere } = await shipped(page);
  await expect(chip(page)).toContainText(elsewhere, { timeout: 120_000 });
  await openDialog(page);
  await expect(page.getByRole("dialog")).toContainText(
    `${elsewhere} runs because this page computes on the CPU here. On a graphics processor it starts with ${gpu}.`,
  );
});
