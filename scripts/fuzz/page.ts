import * as fc from "fast-check";
import { openBuiltPage } from "../tools/page";
import { createTally, type Fuzz } from "./fuzz";
import { addresses } from "./links";

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
    // Without weights no run begins: what is tried here is what the address does.
    await opened.page.route("**/*.safetensors", (route) => route.abort());
    try {
      let onWholePage = false;
      await fc.assert(
        fc.asyncProperty(addresses, async ({ kind, text }) => {
          if (kind === "link" && onWholePage) await opened.page.evaluate((hash) => location.assign(hash), text);
          else await opened.page.goto(opened.address + text);
          onWholePage = kind === "link";
          await opened.page.waitForFunction(() => document.querySelector("#root section, #root main") !== null);
          faults.push(...(await opened.page.evaluate(markupInside)));
          if (faults.length > 0) throw new Error(faults.splice(0).join("; "));
          tally.add(`${kind}s opened`);
        }),
        { numRuns: count, seed, endOnFailure: true },
      );
    } finally {
      await opened.close();
    }
    return tally.counts;
  },
};

/** What no address may bring about; runs in the page. */
function markupInside(): string[] {
  const found = [...document.querySelectorAll("#root script, #root img, #root iframe, [onerror], [onload]")];
  const stopped = [...document.querySelectorAll(".region-stopped")];
  return [
    ...found.map((element) => `markup: ${element.outerHTML}`),
    ...stopped.map(({ textContent }) => `${textContent}`),
  ];
}
