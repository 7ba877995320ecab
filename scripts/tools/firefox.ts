import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptInstall } from "./apt";

const NAMES = ["firefox-esr", "firefox"];
const ELSEWHERE: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
  win32: ["C:\\Program Files\\Mozilla Firefox\\firefox.exe", "C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe"],
};

/** Said where the Firefox tests cannot run; nothing else fails then. */
export const NO_FIREFOX =
  "SKIPPED: the Firefox tests need Firefox, and none was found or could be installed (apt-get needs root, or sudo " +
  "without a password). Install Firefox or firefox-esr, or set FIREFOX_PATH to its program file, and run them again.";

/** A Firefox that the tests can drive: FIREFOX_PATH, else one in the usual places; null where there is none. */
export function findFirefox(): string | null {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`FIREFOX_PATH names ${named}, and there is no such file.`);
    return named;
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...(ELSEWHERE[process.platform] ?? [])].find((path) => existsSync(path)) ?? null;
}

/** Finds Firefox, installing Debian's where there is none; null where it cannot be had. */
export async function ensureFirefox(): Promise<string | null> {
  const present = findFirefox();
  if (present) return present;
  await aptInstall(["firefox-esr"]);
  return findFirefox();
}
