import { resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { build, preview } from "vite";
import { findAdapter } from "./adapter";
import { OWN_GPU, SOFTWARE_GPU } from "./browser";
import { ensureBrowser } from "./ensure-browser";
import { ROOT } from "./exec";

/** The built page in a headless browser. */
export interface OpenPage {
  readonly page: Page;
  /** Ends with a slash. */
  readonly address: string;
  /** Whether the WebGPU adapter is software, taken because there is no other. */
  readonly software: boolean;
  close(): Promise<void>;
}

/** For what hangs: on a busy computer opening a page may take minutes. */
const PATIENCE_MS = 300_000;
const ARGS = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--enable-unsafe-webgpu"];

/**
 * Builds the page, serves it on this computer and opens an empty tab, on the computer's own GPU where it has one.
 * Where BUILT names the folder of a page that was built before, that page is served as it is.
 */
export async function openBuiltPage(): Promise<OpenPage> {
  const executablePath = await ensureBrowser();
  const built = process.env.BUILT;
  if (!built) await build({ root: ROOT, logLevel: "error" });
  const outDir = built ? resolve(built) : "dist";
  const server = await preview({
    root: ROOT,
    logLevel: "warn",
    build: { outDir },
    preview: { host: "localhost", port: 4400 },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error("The built page could not be served on this computer.");
  const launch = async (adapter: readonly string[]) => {
    const browser = await chromium.launch({ executablePath, args: [...ARGS, ...adapter] });
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return { browser, page };
  };

  let opened = await launch(OWN_GPU);
  // WebGPU is only offered to pages that have a secure origin, which an empty tab has not.
  await opened.page.goto(`${address}favicon.svg`);
  const software = !(await hasHardwareAdapter(opened.page));
  if (software) {
    await opened.browser.close();
    opened = await launch(SOFTWARE_GPU);
  }
  const { browser, page } = opened;
  return {
    page,
    address,
    software,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function hasHardwareAdapter(page: Page): Promise<boolean> {
  const found = await findAdapter(page);
  return (
    found !== null && !found.isFallbackAdapter && !/swiftshader|llvmpipe/i.test(`${found.vendor} ${found.architecture}`)
  );
}
