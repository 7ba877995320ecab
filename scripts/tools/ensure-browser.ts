import { aptInstall } from "./apt";
import { findBrowser } from "./browser";
import { execTool } from "./exec";

const ADVICE =
  "The browser tests need Chromium, Chrome or Edge, and none was found or could be installed. " +
  "Install one, or set CHROMIUM_PATH to its program file, and run the tests again.";

/** Finds a browser, installing one when there is none. Throws an error that says what to do. */
export async function ensureBrowser(): Promise<string> {
  const present = findBrowser();
  if (present) return present;
  // Without a font of its own a bare machine draws every letter as a box.
  if (await aptInstall(["chromium", "fonts-dejavu-core", "fonts-liberation"])) {
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.log("Downloading Playwright's Chromium.");
  await execTool("playwright", ["install", "chromium"]);
  const downloaded = findBrowser();
  if (!downloaded) throw new Error(ADVICE);
  return downloaded;
}
