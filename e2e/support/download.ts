import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";

/** Presses a button and reads the file that comes. */
export async function download(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
