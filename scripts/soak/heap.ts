import type { CDPSession, Page, Worker } from "@playwright/test";
import * as v from "valibot";

const HeapUsage = v.object({ usedSize: v.number(), backingStorageSize: v.optional(v.number(), 0) });
const Answer = v.object({ id: v.number(), result: v.unknown() });

/** Bytes of JavaScript heap, with what typed arrays hold, after a collection of garbage. */
export interface Heaps {
  ofPage(): Promise<number>;
  ofWorker(): Promise<number>;
}

/** Asks the browser's own debugger: a worker cannot measure its own heap. */
export async function openHeaps(page: Page, worker: Worker): Promise<Heaps> {
  const session = await page.context().newCDPSession(page);
  const target = await attach(session, worker.url());
  let calls = 0;

  function callWorker(method: string): Promise<unknown> {
    const id = ++calls;
    return new Promise((resolve, reject) => {
      const listener = ({ sessionId, message }: { sessionId: string; message: string }) => {
        if (sessionId !== target) return;
        const answer = v.safeParse(Answer, JSON.parse(message));
        if (!answer.success || answer.output.id !== id) return;
        session.off("Target.receivedMessageFromTarget", listener);
        resolve(answer.output.result);
      };
      session.on("Target.receivedMessageFromTarget", listener);
      session
        .send("Target.sendMessageToTarget", { sessionId: target, message: JSON.stringify({ id, method }) })
        .catch(reject);
    });
  }

  return {
    async ofPage() {
      await session.send("HeapProfiler.collectGarbage");
      return bytesOf(await session.send("Runtime.getHeapUsage"));
    },
    async ofWorker() {
      await callWorker("HeapProfiler.collectGarbage");
      return bytesOf(await callWorker("Runtime.getHeapUsage"));
    },
  };
}

const PROBE = 16 * 2 ** 20;

/** Takes memory in the worker and gives it back; throws an Error where other readings than the worker's move. */
export async function checkHeaps(worker: Worker, heaps: Heaps): Promise<void> {
  const read = async () => [await heaps.ofPage(), await heaps.ofWorker()] as const;
  const before = await read();
  const held = await worker.evaluateHandle((bytes) => new Uint8Array(bytes), PROBE);
  const during = await read();
  await held.evaluate((array) => structuredClone(array, { transfer: [array.buffer] }));
  await held.dispose();
  const after = await read();
  const [page, grown, shrunk] = [during[0] - before[0], during[1] - before[1], during[1] - after[1]];
  if (page < PROBE / 2 && grown > PROBE / 2 && shrunk > PROBE / 2) return;
  const moved = [page, grown, -shrunk].map((bytes) => (bytes / 2 ** 20).toFixed(1));
  throw new Error(
    `The heap readings cannot be trusted: 16 MiB were taken in the worker, and the page moved by ${moved[0]} MiB, the worker by ${moved[1]}, then ${moved[2]}.`,
  );
}

function bytesOf(usage: unknown): number {
  const { usedSize, backingStorageSize } = v.parse(HeapUsage, usage);
  return usedSize + backingStorageSize;
}

/** The debugger's session with the worker of this address. */
function attach(session: CDPSession, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.url === url) resolve(sessionId);
    });
    session
      .send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
      .catch(reject);
  });
}
