import type { Page } from "@playwright/test";
import * as fc from "fast-check";
import { openBuiltPage } from "../tools/page";
import { createTally, type Fuzz } from "./fuzz";
import { addresses, type HostileAddress } from "./links";

/** The hostile addresses of links.ts, opened by the built page in a browser. */
export const page: Fuzz = {
  name: "page",
  about: "The built page opens hostile links and embeds with its board, runs no script and holds no markup of theirs.",
  count: 2000,
  async run(count, seed) {
    const tally = createTally();
    const opened = await openBuiltPage();
    const faults: string[] = [];
    opened.page.on("pageerror", ({ message }) => faults.push(`uncaught: ${message}`));
    opened.page.on("dialog", (dialog) => {
      faults.push(`a script ran: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await opened.page.exposeFunction("onBreach", (text: string) => faults.push(`the policy was broken: ${text}`));
    await opened.page.addInitScript(watchPolicy);
    // Without the worker's program no run begins: what is tried here is what the address does.
    await opened.page.route(/\/worker-[^/]*\.js$|\.safetensors$/, (route) => route.abort());
    try {
      // Links change the hash of the page that is there; each embed is a page of its own.
      const all = fc.sample(addresses, { numRuns: count, seed });
      const links = all.filter(({ kind }) => kind === "link");
      await opened.page.goto(opened.address);
      for (const one of [...links, ...all.filter(({ kind }) => kind === "embed")]) {
        await open(opened.page, opened.address, one).catch((error) => {
          throw new Error(`${JSON.stringify(one)}: ${error}`);
        });
        faults.push(...(await opened.page.evaluate(findFaults)));
        if (faults.length > 0) throw new Error(`${JSON.stringify(one)}: ${faults.join("; ")}`);
        tally.add(`${one.kind}s opened`);
        const opens = Object.values(tally.counts).reduce((a, b) => a + b, 0);
        if (opens % 100 === 0) console.error(`${opens} of ${count}`);
      }
    } finally {
      await opened.close();
    }
    return tally.counts;
  },
};

async function open(page: Page, address: string, { kind, text }: HostileAddress): Promise<void> {
  if (kind === "link") await page.evaluate((hash) => location.assign(hash), text);
  else await page.goto(address + text, { waitUntil: "commit" });
  await page.waitForFunction(() => document.querySelector("#root section, #root main") !== null, undefined, {
    polling: 20,
  });
}

/** Runs in the page. */
function watchPolicy(): void {
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    (window as unknown as { onBreach(text: string): void }).onBreach(`${effectiveDirective} ${blockedURI}`);
  });
}

/** What no address may bring about; runs in the page, once it has dealt with the address. */
async function findFaults(): Promise<string[]> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const found = [...document.querySelectorAll("#root script, #root img, #root iframe, [onerror], [onload]")];
  const stopped = [...document.querySelectorAll(".region-stopped")];
  return [
    ...found.map((element) => `markup: ${element.outerHTML}`),
    ...stopped.map(({ textContent }) => `${textContent}`),
  ];
}
