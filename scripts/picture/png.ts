import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";
import { findBrowser } from "../tools/browser";

/** An SVG as a PNG, drawn by a headless Chromium in the page's typeface. */
export async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("A Chromium is needed to draw the picture: install one or set CHROMIUM_PATH.");
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(`<style>${await faces()}body{margin:0}svg{display:block}</style>${svg}`);
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot({ type: "png" });
  } finally {
    await browser.close();
  }
}

async function faces(): Promise<string> {
  const path = createRequire(import.meta.url).resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2");
  const font = (await readFile(path)).toString("base64");
  return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${font})}`;
}
