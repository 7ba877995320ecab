import type { KnipConfig } from "knip";

/** Files, exports and dependencies that nothing uses fail the check; this tells where use begins. */
const config: KnipConfig = {
  entry: ["scripts/*.ts", "e2e/parity/page.ts", "scripts/eval/browser/page.ts"],
  project: ["src/**/*.{ts,tsx,css}", "scripts/**/*.{ts,mjs}", "e2e/**/*.ts"],
  // A type that stands in an exported signature may be exported for it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: {
    css: (text) => [...text.matchAll(/@import\s+["']([^"']+)["']/g)].map(([, path]) => `import "${path}";`).join("\n"),
  },
};

export default config;
