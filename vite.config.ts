import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { oneLanguage } from "./scripts/build/oneLanguage.ts";
import { pageAhead } from "./scripts/build/pageAhead.ts";
import { sharedPicture } from "./scripts/build/pageTags.ts";
import { contentSecurityPolicy } from "./scripts/build/policy.ts";
import { serviceWorker } from "./scripts/build/serviceWorker.ts";

// A relative base lets the built folder be served from any sub-path.
export default defineConfig({
  base: "./",
  plugins: [react(), pageAhead(), sharedPicture(), oneLanguage(), contentSecurityPolicy(), serviceWorker()],
  worker: { format: "es" },
  // Found late (in the worker), these would make the development server reload the page once.
  optimizeDeps: { include: ["@tensorflow/tfjs-core", "@tensorflow/tfjs-backend-webgpu", "valibot"] },
  build: {
    target: "es2022",
    // A browser that knows no modulepreload fetches each module when it is imported.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: ["index.html", "bench.html", "embeds.html"] },
  },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts"],
    environment: "node",
    // Long, because the machine that tests may be slow and busy: a limit is for what hangs, and times nothing.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
