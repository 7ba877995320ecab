import { expect, type Route } from "@playwright/test";
import { iterations, RUN, test } from "./support/app";

/** How a file cannot be had at each try; after the last of these it is served. */
const FAULTS: readonly [what: string, file: string, faults: readonly ((route: Route) => Promise<void>)[]][] = [
  ["the worker's program answers 503 once", "**/assets/worker-*.js*", [(route) => route.fulfill({ status: 503 })]],
  [
    "the worker's program is cut off, then kept by the browser as a start page",
    "**/assets/worker-*.js*",
    [
      (route) => route.abort(),
      (route) =>
        route.fulfill({
          body: "<!doctype html>",
          contentType: "text/html",
          headers: { "cache-control": "max-age=600" },
        }),
    ],
  ],
];

for (const [what, file, faults] of FAULTS) {
  test(`when ${what}, the page says so and a new try brings the run`, async ({ page }) => {
    let attempt = 0;
    const serve = (route: Route): Promise<void> => route.continue();
    await page.context().route(file, (route) => (faults[attempt] ?? serve)(route));
    await page.goto("./?backend=wasm");
    while (attempt < faults.length) {
      await expect(page.getByRole("alert")).toContainText("The network could not be loaded.", { timeout: 60_000 });
      attempt++;
      // By key: the banner's going moves a button with a tip under the mouse, and the tip would lie over the next banner.
      await page.getByRole("button", { name: "Try again" }).press("Enter");
    }
    await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(0);
    await expect(page.getByRole("alert")).toBeHidden();
  });
}

test("when WebAssembly's own part is missing at first, a new try brings the run", async ({ page }) => {
  await page.context().route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
  await page.goto("./?backend=wasm");
  await expect(page.getByRole("alert")).toContainText("The network could not be loaded.", { timeout: 60_000 });
  await page.context().unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(async () => (await iterations(page)).newest, RUN).toBeGreaterThan(0);
});
