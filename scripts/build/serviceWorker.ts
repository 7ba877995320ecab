import type { PluginOption } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/**
 * Makes dist/sw.js, which keeps the page and all it may load: every view, both WebAssembly builds, the models and the
 * sample. The benchmark, with 17 MB of ONNX Runtime, stays on the network. src/ui/offline.ts registers it.
 */
export function serviceWorker(): PluginOption {
  return VitePWA({
    registerType: "prompt",
    injectRegister: false,
    // public/manifest.webmanifest is the manifest.
    manifest: false,
    workbox: {
      globPatterns: ["index.html", "*.{svg,webmanifest}", "assets/**/*", "weights/*", "results/**/*", "puzzles/*"],
      globIgnores: ["**/*.onnx", "**/bench-*", "**/ort*", "**/*threaded*", "**/*.map"],
      maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
      // A hashed name never changes its content.
      dontCacheBustURLsMatching: /^assets\//,
      // The address's query chooses the backend or an embed's panels, never the file.
      ignoreURLParametersMatching: [/^/],
      navigateFallback: null,
      cleanupOutdatedCaches: true,
    },
  });
}
