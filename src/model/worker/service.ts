import type { Fetch } from "../eqr/model/loadFiles";
import type { OpenBackend, OpenRequest } from "./backends";
import { createExperimenter } from "./experimenter";
import { describeFailure } from "./failure";
import type { FromWorker, ToWorker } from "./protocol";
import { createRate } from "./rate";
import { createRunner, type Runner, type StartMessage } from "./runner";
import { DeviceLost, type LoadMessage, loadSession, openSession, type Session } from "./session";
import { withTransfers } from "./transfer";

/** What the service needs of the world around it. */
export interface ServiceDoors {
  post(message: FromWorker, transfer: Transferable[]): void;
  open(request: OpenRequest): Promise<OpenBackend>;
  readonly fetch: Fetch;
  /** Milliseconds. */
  now(): number;
  /** Lets messages that wait be handled. */
  pause(): Promise<void>;
}

/** A device that goes twice within this time is not tried a third time. */
const LOSS_WINDOW_MS = 60_000;

export interface Service {
  handle(message: ToWorker): void;
  /** Whether there is something wanted that is not done yet. */
  readonly busy: boolean;
}

/**
 * Runs the engine for a page, by messages. Messages only say what is wanted; one loop does it, a job at a time, and looks
 * again at what is wanted after each. So a new start or goal takes effect after at most one tick.
 */
export function createService(doors: ServiceDoors): Service {
  let wanted: LoadMessage | null = null;
  let session: Session | null = null;
  let runner: Runner | null = null;
  let busy = false;
  /** Set from a loss until the page has been told that all goes on. */
  let recovering = false;
  let lastLoss = Number.NEGATIVE_INFINITY;
  const rate = createRate((perSecond) => post({ type: "rate", perSecond }));
  const experimenter = createExperimenter({
    post,
    now: doors.now,
    rate,
    recall: (origin) => (session && runner?.recall(session, origin)) ?? null,
    axesOf: (recipe) => (session && runner?.axesOf(session, recipe)) ?? null,
  });

  function post(message: FromWorker): void {
    const { message: packed, transfer } = withTransfers(message);
    doors.post(packed, transfer);
  }

  function handle(message: ToWorker): void {
    switch (message.type) {
      case "load":
        wanted = message;
        runner = null;
        experimenter.failAll("Another model was loaded while this was being measured. Measure it again.");
        break;
      case "experiment":
      case "cancel-experiment":
      case "pause-experiment":
        experimenter.handle(message);
        if (!session && !wanted && !recovering) experimenter.failAll("No model is loaded. Reload the page.");
        break;
      case "start":
        start(message);
        break;
      case "lose-device":
        session?.open.loseDevice();
        break;
      default:
        if (runner?.run === message.run) runner.handle(message);
    }
    wake();
  }

  function start(message: StartMessage): void {
    // A run that has been given up may still be in the middle of a job; what comes of it is not sent.
    const own = createRunner(message, (answer) => runner === own && post(answer), doors.now, rate);
    runner = own;
    if (!session && !wanted && !recovering) fail("load", new Error("No model is loaded. Reload the page."));
  }

  function wake(): void {
    if (busy) return;
    busy = true;
    void work();
  }

  /** Works until nothing is wanted. It is not busy from the very moment it finds nothing: a later wish would go unheard. */
  async function work(): Promise<void> {
    for (let job = nextJob(); job; job = nextJob()) {
      const [loading, current] = [wanted !== null, runner];
      try {
        await job();
      } catch (error) {
        // What a device says as it goes, or what a run says that has been given up, is nobody's concern.
        if (!(error instanceof DeviceLost) && (loading || current === runner)) fail(loading ? "load" : "run", error);
      }
      await doors.pause();
    }
    busy = false;
  }

  function nextJob(): (() => Promise<void>) | null {
    if (wanted) return () => load(wanted as LoadMessage);
    if (!session) return null;
    const { lost } = session;
    if (lost !== null) return () => recover(session as Session, lost);
    const slice = experimenter.nextJob(session, runner?.busy ?? false);
    const job = slice ?? runner?.nextJob(session) ?? null;
    if (recovering && (!runner || runner.caughtUp)) {
      recovering = false;
      post({ type: "recovered", backend: session.open.backend.info });
    }
    return job;
  }

  async function load(request: LoadMessage): Promise<void> {
    session?.close();
    session = null;
    recovering = false;
    const loaded = await loadSession(request, { ...doors, post }, wake).catch((error) => {
      // A failure to load what is no longer wanted is not worth a word.
      if (wanted !== request) return null;
      wanted = null;
      throw error;
    });
    if (!loaded) return;
    if (wanted !== request) return loaded.session.close();
    wanted = null;
    session = loaded.session;
    const { info } = session.open.backend;
    post({
      type: "ready",
      backend: info,
      card: session.model.card,
      ...(loaded.warning && { warning: loaded.warning }),
    });
  }

  async function recover(old: Session, reason: string): Promise<void> {
    const onDevice = old.open.backend.info.kind === "webgpu";
    const again = onDevice && doors.now() - lastLoss < LOSS_WINDOW_MS;
    if (onDevice) lastLoss = doors.now();
    const twice = `The graphics device was lost twice within a minute (${reason}).`;
    const once = `${onDevice ? "The graphics device was lost" : "The computation was interrupted"} (${reason}).`;
    post({
      type: "lost",
      message: again
        ? `${twice} The run goes on without it, on WebAssembly.`
        : `${once} It is being set up again; the run will go on by itself.`,
    });
    recovering = true;
    session = null;
    experimenter.failAll("The graphics device was lost while this was being measured. Measure it again.");
    old.close();
    // Whoever is on WebAssembly since a second loss stays there, for the same reason.
    const whyNot = again ? twice : onDevice ? undefined : (old.open.backend.info.whyNotWebgpu ?? undefined);
    const fresh = await openSession(old.request, old.model, doors, wake, whyNot);
    if (wanted) return fresh.close();
    session = fresh;
    runner?.replay();
  }

  function fail(during: "load" | "run", error: unknown): void {
    runner = null;
    recovering = false;
    post({ type: "failed", during, message: describeFailure(during, error) });
  }

  return {
    handle,
    get busy() {
      return busy;
    },
  };
}
