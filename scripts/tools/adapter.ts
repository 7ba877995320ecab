import type { Page } from "@playwright/test";

export interface FoundAdapter {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
  readonly isFallbackAdapter: boolean;
}

/** The WebGPU adapter that a page gets; null for none. Asked for again, because a browser that has just started says null first. */
export function findAdapter(page: Page): Promise<FoundAdapter | null> {
  return page.evaluate(async () => {
    for (let i = 0; i < 5; i++) {
      if (i > 0) await new Promise((resolve) => setTimeout(resolve, 300 * i));
      const adapter = await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" });
      if (!adapter) continue;
      const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
      return { vendor, architecture, description, isFallbackAdapter };
    }
    return null;
  });
}
