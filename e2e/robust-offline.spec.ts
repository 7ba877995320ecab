import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import {
  givens,
  iterations,
  judgement,
  messages,
  openApp,
  RUN,
  setBreadth,
  takePuzzle,
  test,
  untilOver,
} from "./support/app";
import { EASY } from "./support/puzzles";

test.use({ serviceWorkers: "allow" });

const WORKER = "dist/sw.js";

/** Opens the page and waits until it is kept for a visit without a network. */
async function visit(page: Page): Promise<void> {
  await openApp(page, "./?backend=wasm");
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== "activated") await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

const update = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update().catch(() => {})));

test("after one visit the page opens, runs and solves without a network, every view of it", async ({
  page,
  context,
}) => {
  await visit(page);
  const kept = await page.evaluate(async () => {
    const [name = ""] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => /bench|\/ort|\.onnx/.test(path))).toEqual([]);
  await context.setOffline(true);
  await page.reload();
  await takePuzzle(page, EASY);
  await setBreadth(page, 2);
  await untilOver(page);
  await expect(judgement(page)).toContainText("settled on a valid grid", RUN);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect(page.locator(".view-missing, .region-stopped")).toHaveCount(0);
  }
});

test("a new version is offered and taken when asked; one that cannot be fetched leaves the old one whole", async ({
  page,
  context,
}) => {
  const before = readFileSync(WORKER, "utf8");
  try {
    await visit(page);
    await page.reload();
    await takePuzzle(page, EASY);

    // A file of the new version cannot be fetched.
    writeFileSync(WORKER, before.replace(/"assets\/[^"]+"/, '"http://localhost:9/missing.js"'));
    await update(page);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing)).toBeNull();
    await expect(messages(page)).not.toContainText("A new version");
    await context.setOffline(true);
    await page.reload();
    await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(0);
    expect(await givens(page)).toBe(EASY);
    await context.setOffline(false);

    writeFileSync(WORKER, before);
    appendFileSync(WORKER, "\n// The next version.\n");
    await update(page);
    await expect(messages(page)).toContainText("A new version of this page is ready.");
    const { newest } = await iterations(page);
    await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThanOrEqual(newest);
    await Promise.all([page.waitForEvent("load"), messages(page).getByRole("button", { name: "Use it now" }).click()]);
    await expect.poll(() => givens(page)).toBe(EASY);
  } finally {
    writeFileSync(WORKER, before);
  }
});
