import { afterAwake, within } from "../timeLimit";
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

/** A worker that says nothing for this long while it loads or owes the page a frame will say nothing more. */
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
  /** Stops the watch on the worker's silence; null while nobody watches. */
  let silence: (() => void) | null = null;
  /** The run that the worker was given, how far it is to go and how far it has come. */
  let pursuit = { run: 0, goal: 0, reached: 0 };

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
    heed();
    pursuit = { run: 0, goal: 0, reached: 0 };
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
      heed();
      note(data);
      // What failed to load may have failed for good inside that worker: its modules are fetched once.
      if (data.type === "failed" && data.during === "load") give();
      else if (data.type === "loading") expect("load");
      else if (pursuit.reached < pursuit.goal) expect("run");
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
    if (message.type === "start") {
      // What the page knows already is computed without a word.
      pursuit = { run: message.run, goal: 0, reached: message.known ?? -1 };
      if (message.known === undefined) expect("run");
    }
    if (message.type === "goal" && message.run === pursuit.run) {
      pursuit.goal = message.k;
      // One that is silent already is not given more time.
      if (pursuit.reached < pursuit.goal && silence === null) expect("run");
    }
    to.postMessage(message);
  }

  /** What a message says of how far the run has come. */
  function note(message: FromWorker): void {
    if (!("run" in message) || message.run !== pursuit.run) return;
    if (message.type === "frames") pursuit.reached = message.frames.at(-1)?.k ?? pursuit.reached;
    if (message.type === "ended") pursuit.reached = Number.POSITIVE_INFINITY;
  }

  /** Waits for the worker's next message. */
  function expect(during: "load" | "run"): void {
    heed();
    const onward = during === "load" ? "Try again." : "Try again: the run goes on from its last iteration.";
    const why = `The processor has not answered for ${SILENCE_MS / 60_000} minutes. ${onward}`;
    silence = afterAwake(SILENCE_MS, () => fail(during, why));
  }

  function heed(): void {
    silence?.();
    silence = null;
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
