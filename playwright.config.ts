import { defineConfig } from "@playwright/test";
import { findBrowser, OWN_GPU, SOFTWARE_GPU } from "./scripts/tools/browser";

const appPort = Number(process.env.APP_PORT ?? 4300);
const devPort = Number(process.env.DEV_PORT ?? 5300);
const inCi = Boolean(process.env.CI);

/** The software adapter computes the same everywhere; OWN_GPU=1 runs the tests on this computer's own. */
const adapter = process.env.OWN_GPU ? OWN_GPU : SOFTWARE_GPU;
const webgpu = ["--enable-unsafe-webgpu", ...adapter];

const launch = (args: readonly string[]) => ({
  executablePath: findBrowser() ?? undefined,
  args: [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    ...args,
  ],
});

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // The software adapter takes every core there is.
  workers: 1,
  retries: inCi ? 1 : 0,
  forbidOnly: inCi,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 60_000,
    launchOptions: launch(webgpu),
    // It would answer from its cache what a test means to change on the way.
    serviceWorkers: "block",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "parity",
      testDir: "e2e/parity",
      use: { baseURL: `http://localhost:${devPort}` },
    },
    {
      name: "app",
      testMatch: "*.spec.ts",
      testIgnore: ["parity/**", "firefox/**"],
      use: { baseURL: `http://localhost:${appPort}` },
    },
    {
      // Its tabs are the installed Firefox's: see support.ts there.
      name: "firefox",
      testDir: "e2e/firefox",
      use: { baseURL: `http://localhost:${appPort}/` },
    },
  ],
  webServer: [
    {
      command: `node node_modules/vite/bin/vite.js preview --host localhost --port ${appPort} --strictPort`,
      url: `http://localhost:${appPort}/`,
    },
    {
      command: `node node_modules/vite/bin/vite.js --host localhost --port ${devPort} --strictPort`,
      url: `http://localhost:${devPort}/e2e/parity/index.html`,
    },
  ],
});
