import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

const MAC_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS_APPS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** Headless Chromium takes a Linux computer's GPU only through Vulkan, and without a surface to draw on. */
export const OWN_GPU: readonly string[] =
  process.platform === "linux" ? ["--use-angle=vulkan", "--enable-features=Vulkan", "--disable-vulkan-surface"] : [];
export const SOFTWARE_GPU: readonly string[] = ["--use-webgpu-adapter=swiftshader"];

/** A Chromium that the tests can drive: CHROMIUM_PATH, else one in the usual places, else Playwright's own; null when there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
    return named;
  }
  return candidates().find((path) => existsSync(path)) ?? null;
}

function candidates(): string[] {
  return [...inUsualPlaces(), chromium.executablePath()];
}

function inUsualPlaces(): string[] {
  if (process.platform === "darwin") return MAC_APPS;
  if (process.platform === "win32") {
    const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS_APPS.map((app) => join(root, app)) : []));
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}
