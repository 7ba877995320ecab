import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Shape } from "../../src/model/maps/relational/kernels/shape";

type Checks = NonNullable<Window["parity"]>;

/** Calls a check of page.ts. */
export type Check = <Name extends keyof Checks>(
  name: Name,
  ...args: Parameters<Checks[Name]>
) => ReturnType<Checks[Name]>;

/** One page for all tests of a file, so that shaders are compiled once, with kernels of this shape. Gives how it is asked. */
export function parityPage(shape: Shape): Check {
  let page: Page;
  const check: Check = (name, ...args) => ask(page, name, args) as ReturnType<Checks[typeof name]>;

  test.beforeAll(async ({ browser, baseURL }) => {
    page = await open(browser, baseURL);
    await check("useShape", shape);
  });
  test.afterAll(() => page.close());
  return check;
}

async function open(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await browser.newPage({ baseURL });
  await page.goto("/e2e/parity/index.html");
  // The dev server may reload the page once, when it meets a dependency that it has not bundled yet.
  await page.waitForLoadState("networkidle");
  await expect(page.locator("#status")).toHaveText("Ready.", { timeout: 60_000 });
  return page;
}

function ask(page: Page, name: keyof Checks, args: readonly unknown[]): unknown {
  return page.evaluate(
    ([name, args]) => {
      const run = window.parity?.[name] as ((...args: unknown[]) => unknown) | undefined;
      if (!run) throw new Error("The page has been reloaded.");
      return run(...args);
    },
    [name, args] as const,
  );
}
