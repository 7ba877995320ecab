/** The worker's entry: connects the service to the page. */
import { openBackend } from "./backends";
import type { ToWorker } from "./protocol";
import { createService } from "./service";

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const service = createService({
  post: (message, transfer) => self.postMessage(message, { transfer }),
  open: openBackend,
  fetch: (url) => fetch(url),
  now: () => performance.now(),
  // A message to ourselves: browsers make a repeated setTimeout wait 4 ms.
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
});

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => service.handle(data));
