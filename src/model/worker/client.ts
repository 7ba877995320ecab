import { within } from "../timeLimit";
import type { FromWorker, ToWorker } from "./protocol";
import workerUrl from "./worker.ts?worker&url";

/** The page's end of the line to the model's worker. */
export interface Client {
  send(message: ToWorker): void;
  /** Every message from now on goes to `listener`, until the returned function is called. */
  subscribe(listener: (message: FromWorker) => void): () => void;
  close(): void;
}

export interface ClientDeps {
  makeWorker(): Worker;
  /** Fetches the worker's program past the browser's cache, which may keep the answer that made the last try fail. */
  refresh(): Promise<unknown>;
}

const BROWSER: ClientDeps = {
  makeWorker: () => new Worker(workerUrl, { type: "module", name: "model" }),
  refresh: () => fetch(workerUrl, { cache: "reload" }),
};

/** A worker that says nothing for this long while it loads or begins a run will say nothing more. */
const SILENCE_MS = 120_000;
const REFRESH_MS = 10_000;

/**
 * The line to the worker. A worker that could not be started, stopped or fell silent is reported to subscribers as a
 * failure; the next "load" makes a new one.
 */
export function createClient({ makeWorker, refresh }: ClientDeps = BROWSER): Client {
  const listeners = new Set<(message: FromWorker) => void>();
  let attempts = 0;
  let worker: Worker | null = null;
  /** What waits for a worker that is being made anew; null while none is. */
  let waiting: ToWorker[] | null = null;
  /** Whether the present worker has ever spoken; a program that could not be loaded has not. */
  let spoken = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function pass(message: FromWorker): void {
    for (const listener of listeners)
      try {
        listener(message);
      } catch (error) {
        // One listener's fault must not keep the message from the others.
        reportError(error);
      }
  }

  function fail(during: "load" | "run", message: string): void {
    give();
    pass({ type: "failed", during, message });
  }

  /** Gives the present worker up. */
  function give(): void {
    clearTimeout(silence);
    worker?.terminate();
    worker = null;
    waiting = null;
  }

  function open(): Worker {
    const made = makeWorker();
    spoken = false;
    made.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (made !== worker) return;
      spoken = true;
      clearTimeout(silence);
      // What failed to load may have failed for good inside that worker: its modules are fetched once.
      if (data.type === "failed" && data.during === "load") give();
      else if (data.type === "loading") expect("load");
      pass(data);
    });
    made.addEventListener("error", ({ message }) => {
      if (made !== worker) return;
      const why = message ? ` (${message})` : "";
      if (spoken) fail("run", `The program that runs the model stopped${why}. Try again.`);
      else fail("load", `The program that runs the model could not be started${why}. Try again, or reload the page.`);
    });
    return made;
  }

  function begin(message: ToWorker): void {
    if (attempts++ === 0) start([message]);
    else {
      const queue = [message];
      waiting = queue;
      const startUnlessGivenUp = (): void => {
        if (waiting !== queue) return;
        waiting = null;
        start(queue);
      };
      within(REFRESH_MS, refresh()).then(startUnlessGivenUp, startUnlessGivenUp);
    }
  }

  function start(queue: readonly ToWorker[]): void {
    let made: Worker;
    try {
      made = open();
    } catch (error) {
      // A frame without an origin and a page from a file may not start one.
      fail("load", `The program that runs the model may not be started here (${String(error).slice(0, 200)}).`);
      return;
    }
    worker = made;
    for (const one of queue) deliver(made, one);
  }

  function deliver(to: Worker, message: ToWorker): void {
    if (message.type === "load") expect("load");
    if (message.type === "start") expect("run");
    to.postMessage(message);
  }

  /** Waits for the worker's next message. */
  function expect(during: "load" | "run"): void {
    clearTimeout(silence);
    silence = setTimeout(
      () => fail(during, `The processor has not answered for ${SILENCE_MS / 60_000} minutes. Try again.`),
      SILENCE_MS,
    );
  }

  return {
    send(message) {
      if (waiting) waiting.push(message);
      else if (worker) deliver(worker, message);
      // Without a worker there is a failure on the page, which offers to load again.
      else if (message.type === "load") begin(message);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: give,
  };
}
