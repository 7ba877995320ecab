import type { FromWorker, ToWorker } from "./protocol";

/** The page's end of the line to the model's worker. */
export interface Client {
  send(message: ToWorker): void;
  /** Every message from now on goes to `listener`, until the returned function is called. */
  subscribe(listener: (message: FromWorker) => void): () => void;
  close(): void;
}

/** Starts the worker. When its program cannot be loaded, subscribers are told so as a failure to load. */
export function createClient(): Client {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const listeners = new Set<(message: FromWorker) => void>();
  const tell = (message: FromWorker) => {
    for (const listener of listeners) listener(message);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => tell(data));
  worker.addEventListener("error", ({ message }) =>
    tell({
      type: "failed",
      during: "load",
      message: `The program that runs the model could not be started${message ? ` (${message})` : ""}. Reload the page.`,
    }),
  );
  return {
    send: (message) => worker.postMessage(message),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => worker.terminate(),
  };
}
