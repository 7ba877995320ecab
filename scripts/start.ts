import { spawn } from "node:child_process";
import { build, preview } from "vite";
import { ROOT } from "./tools/exec";

// Builds the page, serves it on this computer and shows it in the browser.
await build({ root: ROOT, logLevel: "error" });
// Not strict: a port that is taken makes way for the next one.
const server = await preview({
  root: ROOT,
  logLevel: "warn",
  preview: { host: "localhost", port: 4173, strictPort: false },
});
const address = server.resolvedUrls?.local[0] ?? "http://localhost:4173/";
console.log(`\n  Settle is at ${address}\n  Press Ctrl+C to stop.\n`);
if (hasDisplay()) show(address);

function hasDisplay(): boolean {
  if (process.env.CI || process.env.BROWSER === "none") return false;
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Asks the system to show an address; the page is served whether or not that works. */
function show(url: string): void {
  const [command, args] =
    process.platform === "darwin"
      ? ["open", [url]]
      : process.platform === "win32"
        ? ["cmd", ["/c", "start", "", url]]
        : ["xdg-open", [url]];
  const child = spawn(command as string, args as string[], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
