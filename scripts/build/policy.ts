import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** The one style sheet that a library (react-aria's usePress) puts into the page as text, allowed by its hash alone. */
const PRESSABLE = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`;
const PRESSABLE_HASH = createHash("sha256").update(PRESSABLE).digest("base64");

/**
 * The Content-Security-Policy of the built pages: nothing comes from or goes to another origin, no script or style stands
 * in a page, no text becomes a script. WebAssembly may be compiled; blob: is the page's own downloads and pictures.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self' blob: data:",
  `style-src 'self' 'sha256-${PRESSABLE_HASH}'`,
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "media-src blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Puts the policy into every built page. The development server needs inline scripts and a socket, and gets none. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "settle-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { filename }) => [
        {
          tag: "meta",
          attrs: {
            "http-equiv": "Content-Security-Policy",
            content: filename.endsWith("embeds.html") ? `${POLICY}; frame-src 'self'` : POLICY,
          },
          injectTo: "head-prepend",
        },
      ],
    },
  };
}
