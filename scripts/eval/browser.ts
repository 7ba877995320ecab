import { existsSync, readdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { createServer } from "vite";
import { describeAdapter } from "../../src/model/gpu/adapter";
import { findAdapter } from "../tools/adapter";
import { findBrowser, OWN_GPU, SOFTWARE_GPU } from "../tools/browser";
import { ROOT } from "../tools/exec";
import type { Solve, WorkKind, Works } from "./work";

/** What a browser on this computer computes on; `software` is a CPU that acts as a graphics processor. */
export interface Adapter {
  readonly name: string;
  readonly software: boolean;
}

const HEADLESS = ["--headless=new", "--no-sandbox", "--enable-unsafe-webgpu"];
/** Vite bundles the packages at the first visit, which a busy computer may take its time for. */
const PATIENCE_MS = 120_000;

/** A page served by Vite in a headless Chromium; `software` asks for the software adapter, else the best there is. */
async function openPage(software: boolean) {
  const executablePath = findBrowser();
  if (!executablePath || !existsSync(executablePath))
    throw new Error("WebGPU needs a Chromium and there is none. Set CHROMIUM_PATH, or use --backend wasm.");
  const server = await createServer({ root: ROOT, logLevel: "error", server: { host: "localhost", port: 5390 } });
  const browser = await chromium.launch({
    executablePath,
    args: [...HEADLESS, ...(software ? SOFTWARE_GPU : OWN_GPU)],
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    await server.listen();
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${server.resolvedUrls?.local[0] ?? ""}scripts/eval/browser/index.html`);
    // Vite reloads the page once when it meets a package that it has not bundled yet.
    await page.waitForLoadState("networkidle");
    await page.waitForFunction(() => window.evaluation !== undefined);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type OpenPage = Awaited<ReturnType<typeof openPage>>;

async function adapterOf({ page }: OpenPage): Promise<Adapter | null> {
  const found = await findAdapter(page);
  if (!found) return null;
  const name = describeAdapter(found);
  return { name, software: found.isFallbackAdapter || /swiftshader|llvmpipe|basic render/i.test(name) };
}

export interface Evaluator {
  readonly adapter: Adapter;
  readonly solve: Solve;
  close(): Promise<void>;
}

/**
 * A browser ready to evaluate on WebGPU. With `force` the software adapter will do. Rejects with an Error for a person where
 * there is no adapter, or none but software and that will not do.
 */
export async function openEvaluator(force: boolean): Promise<Evaluator> {
  if (!force && !mayHaveGraphics()) throw new Error("this computer shows no graphics device");
  for (const software of force ? [false, true] : [false]) {
    const open = await openPage(software);
    const adapter = await adapterOf(open);
    if (adapter && (force || !adapter.software)) return evaluatorOn(open, adapter);
    await open.close();
    if (adapter?.software) throw new Error(`the only adapter is ${adapter.name}, which is the CPU, and wasm is faster`);
  }
  throw new Error("the browser found no graphics adapter");
}

function evaluatorOn({ page, close }: OpenPage, adapter: Adapter): Evaluator {
  let listener: (result: Works[WorkKind]["result"]) => void = () => {};
  const exposed = page.exposeFunction("report", (results: readonly Works[WorkKind]["result"][]) => {
    for (const result of results) listener(result);
  });
  return {
    adapter,
    async solve(kind, request, onResult) {
      // Only results of what is asked here come back.
      listener = onResult as typeof listener;
      await exposed;
      await page.evaluate((asked) => window.evaluation?.(asked.kind, asked.request), { kind, request });
    },
    close,
  };
}

/** Linux lists its graphics devices; looking there is quicker than starting a browser. */
function mayHaveGraphics(): boolean {
  if (process.platform !== "linux" || existsSync("/dev/nvidia0")) return true;
  return existsSync("/dev/dri") && readdirSync("/dev/dri").some((name) => name.startsWith("renderD"));
}
