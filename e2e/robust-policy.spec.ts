import { expect, type Page, type Route } from "@playwright/test";
import { cells, dialog, iterations, openApp, RUN, test } from "./support/app";
import { EASY } from "./support/puzzles";

const LINK = `#v=1&p=${EASY}&s=1&d=24&b=2&k=3`;

/** Every request of the page and its workers, and every breach of its policy. */
async function watch(page: Page): Promise<{ foreign: string[]; breaches: string[] }> {
  const [foreign, breaches]: [string[], string[]] = [[], []];
  page.context().on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && hostname !== "localhost") foreign.push(request.url());
  });
  await page.exposeFunction("onBreach", (text: string) => breaches.push(text));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      (window as unknown as { onBreach(text: string): void }).onBreach(
        `${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`,
      ),
    ),
  );
  return { foreign, breaches };
}

const newest = async (page: Page) => (await iterations(page)).newest;

test("the built page keeps its own strict policy in every view, dialog and export, and no request leaves its origin", async ({
  page,
}) => {
  const { foreign, breaches } = await watch(page);
  await openApp(page, `./?backend=wasm${LINK}`);
  expect(await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")).not.toMatch(
    /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/,
  );
  await expect.poll(() => newest(page), RUN).toBeGreaterThan(2);
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await expect(page.locator(".view-missing, .region-stopped")).toHaveCount(0);
    await page.waitForTimeout(200);
  }
  for (const name of ["Help", "Export", "Share"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
  }
  await page.getByRole("tab").first().click();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const take = dialog(page, "Export");
  for (const name of [/^SVG/, /^PNG/]) {
    const [file] = await Promise.all([page.waitForEvent("download"), take.getByRole("button", { name }).click()]);
    expect((await file.createReadStream()) !== null).toBe(true);
  }
  await page.keyboard.press("Escape");
  expect(breaches).toEqual([]);
  expect(foreign).toEqual([]);
});

test("on WebGPU and on the page of the benchmark too", async ({ page }) => {
  const { foreign, breaches } = await watch(page);
  await openApp(page, `./${LINK}`);
  await expect.poll(() => newest(page), RUN).toBeGreaterThan(2);
  await expect(page.getByRole("banner").getByRole("button", { name: /WebGPU/ })).toBeVisible();
  await page.goto("./bench.html?run=smoke&only=fused,tfjs-wasm,onnxruntime-wasm");
  await expect(page.getByRole("status", { name: "Outcome" })).toContainText("SwiftShader", RUN);
  expect(breaches).toEqual([]);
  expect(foreign).toEqual([]);
});

/** The page as a host with these headers serves it. */
async function serveWith(page: Page, headers: Readonly<Record<string, string>>): Promise<void> {
  await page.context().route("**/*", async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
}

const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

test("below COOP and COEP the network runs on WebAssembly", async ({ page }) => {
  await serveWith(page, ISOLATED);
  const { breaches } = await watch(page);
  await openApp(page, `./?backend=wasm${LINK}`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect.poll(() => newest(page), RUN).toBeGreaterThan(2);
  expect(breaches).toEqual([]);
});

test("where the host's policy forbids WebAssembly, the page names the policy", async ({ page }) => {
  await serveWith(page, { "content-security-policy": "script-src 'self'" });
  await page.goto(`./?backend=wasm${LINK}`);
  await expect(page.getByRole("alert")).toContainText("wasm-unsafe-eval", { timeout: 60_000 });
  await expect(page.getByRole("alert")).toContainText("Content-Security-Policy");
  await expect(cells(page)).toHaveCount(81);
});

test("markup in a link, an embed's address or a puzzle stays text", async ({ page }) => {
  const { breaches } = await watch(page);
  const markup = '<img src="x" onerror="document.title=1"><script>document.title=2</script>';
  page.on("dialog", () => expect(null, "a script ran").toBe("refused"));
  for (const address of [
    `./?backend=wasm&embed=1&theme=${encodeURIComponent(markup)}&panels=${encodeURIComponent(markup)}${LINK}`,
    `./?backend=wasm${LINK}&view=${encodeURIComponent(markup)}&by=${encodeURIComponent(markup)}`,
    `./?backend=wasm#v=1&p=${encodeURIComponent(markup)}`,
  ]) {
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.locator(".notices .banner, .embed-messages > *").first()).toBeVisible();
    expect(await page.locator("#root img, #root script").count()).toBe(0);
  }
  expect(breaches).toEqual([]);
});
