import type { Browser } from "@playwright/test";

/** A tab that only the browser's debugger knows: Playwright keeps its own tabs in sight, and one in sight cannot freeze. */
export interface BareTab {
  /** The JSON value of an expression. */
  read<T>(expression: string): Promise<T>;
  freeze(): Promise<void>;
  /** Lets it go on, in sight. */
  wake(): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
  readonly error?: { readonly message: string };
}

/** Opens an address; `before` runs ahead of the page's own program. */
export async function openBareTab(browser: Browser, address: string, before: string): Promise<BareTab> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send("Target.createBrowserContext", {});
  const { targetId } = await session.send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let calls = 0;
  session.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as Answer;
    const asked = waiting.get(answer.id ?? 0);
    if (answer.error) asked?.reject(new Error(answer.error.message));
    else asked?.resolve(answer);
  });
  const call = (method: string, params: object = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      session.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
    });

  await call("Page.enable");
  await call("Page.addScriptToEvaluateOnNewDocument", { source: before });
  await call("Page.navigate", { url: address });
  return {
    async read<T>(expression: string) {
      const { result } = await call("Runtime.evaluate", { expression: `JSON.stringify(${expression}) ?? "null"` });
      return JSON.parse(String(result?.result?.value ?? "null")) as T;
    },
    async freeze() {
      await call("Page.setWebLifecycleState", { state: "frozen" });
    },
    async wake() {
      await call("Page.setWebLifecycleState", { state: "active" });
      // Freezing has hidden it as well, and a window without a screen is shown by nothing else.
      await call("Emulation.setFocusEmulationEnabled", { enabled: true });
    },
    async close() {
      await session.send("Target.disposeBrowserContext", { browserContextId });
      await session.detach();
    },
  };
}
