import type { Dissector } from "../eqr/model/anatomy";
import { type Recipe, same } from "../eqr/recipe/recipe";
import type { Beliefs, Reprojection } from "../eqr/record/frame";
import type { Tick } from "../eqr/run/engine";
import type { NamedAxes } from "../eqr/run/mapAxes";
import { createPace } from "../eqr/run/pace";
import type { StateRef } from "../lab/lab";
import type { FromWorker, ToWorker } from "./protocol";
import type { Rate } from "./rate";
import type { Session } from "./session";

export type StartMessage = Extract<ToWorker, { type: "start" }>;
export type RunMessage = Extract<ToWorker, { run: number }>;

/** A state of the run. */
interface Place {
  readonly trajectory: number;
  readonly k: number;
}

/** One run as the page sees it: what the page wants of it, and what it has been sent. */
export interface Runner {
  readonly run: number;
  /** False while the run is behind what the page has already been sent, after a device was lost. */
  readonly caughtUp: boolean;
  /** Whether there is work to do. */
  readonly busy: boolean;
  /** Takes note of what is wanted; nothing is computed. */
  handle(message: RunMessage): void;
  /** The next piece of work, or null when there is none. */
  nextJob(session: Session): (() => Promise<void>) | null;
  /** The engine is another one: start again, silently up to the last frame sent. */
  replay(): void;
  /** A state of this run, or of one that goes through the same states; null where it is none. */
  recall(session: Session, origin: StateRef): Promise<Float32Array> | null;
  /** The axes of this run's map, for what goes through the same states; null where there are none. */
  axesOf(session: Session, wanted: Recipe): NamedAxes | null;
}

export function createRunner(
  { run, recipe, focus, known = -1, firstFit, window }: StartMessage,
  post: (message: FromWorker) => void,
  now: () => number,
  rate: Rate,
): Runner {
  const pace = createPace();
  const wish = {
    goal: 0,
    focus,
    autofit: window === undefined,
    refit: false,
    inspect: null as Place | null,
    dissect: null as Place | null,
    states: [] as Place[],
  };
  /** Where the engine stands: not started, or at iteration k. */
  let at: number | null = null;
  /** The last iteration that was sent, -1 before the first. */
  let sent = known;
  let fits = 0;
  let ended = false;
  let dissector: Dissector | null = null;

  function sendBasis(reprojection: Reprojection | null): void {
    if (!reprojection) return;
    fits = reprojection.basis.id;
    post({ type: "basis", run, reprojection });
  }

  async function begin(session: Session): Promise<void> {
    if (recipe.model !== session.model.card.name)
      throw new Error(`The run asks for the model "${recipe.model}", but "${session.model.card.name}" is loaded.`);
    const replaying = sent >= 0;
    // While it catches up no axes are fitted: the page still has the old ones, and gets new ones at the end.
    const options = {
      autofit: wish.autofit && !replaying,
      window: replaying && known < 0 ? undefined : window,
      fits,
      ...(firstFit !== undefined && { firstFit }),
    };
    const frame = await session.guard(session.engine.start(recipe, options));
    at = 0;
    const { model, engine } = session;
    dissector = model.map.dissector?.(model, engine) ?? null;
    if (replaying) return sent === 0 ? caughtUp(session, null) : undefined;
    await send(session, { frames: [frame], beliefs: null, reprojection: null, end: null });
  }

  async function tick(session: Session): Promise<void> {
    const from = session.engine.k;
    const replaying = from < sent;
    const before = now();
    const spentBefore = session.engine.spent.iterations;
    const goal = (replaying ? sent : wish.goal) - from;
    const n = Math.min(pace.iterations, goal);
    const tick = await session.guard(session.engine.tick(n, { ahead: goal - n, focus: replaying ? -1 : wish.focus }));
    // A fit takes its own time, which says nothing about an iteration's.
    if (!tick.reprojection) {
      pace.observe(tick.frames.length, now() - before);
      rate.observe(session.engine.spent.iterations - spentBefore, now() - before);
    }
    at = session.engine.k;
    if (!replaying) return send(session, tick);
    // On another backend rounding may end the run a little earlier than it ended before.
    if (at >= sent || tick.end) await caughtUp(session, tick);
  }

  async function caughtUp(session: Session, tick: Tick | null): Promise<void> {
    session.engine.setAutofit(wish.autofit);
    // A page that has the frames on the axes of the window keeps them.
    const keeps = fits === 0 && known >= 0 && window !== undefined;
    if (!keeps && (fits > 0 || known >= 0)) sendBasis(await session.guard(session.engine.refit()));
    sent = session.engine.k;
    if (tick?.end && !ended) end(tick.end);
  }

  async function send(session: Session, { frames, beliefs, reprojection, end: ending }: Tick): Promise<void> {
    const last = frames.at(-1);
    if (last) {
      const pictures = await ofFocus(session, last.k, beliefs);
      sent = last.k;
      post({ type: "frames", run, frames, beliefs: pictures, spent: session.engine.spent });
    }
    sendBasis(reprojection);
    if (ending) end(ending);
  }

  /** The softmax of the trajectory in focus, which a tick brings along unless the focus has changed. */
  async function ofFocus(session: Session, k: number, known: Beliefs | null): Promise<Beliefs[]> {
    if (known?.trajectory === wish.focus) return [known];
    const exists = wish.focus >= 0 && wish.focus < recipe.breadth;
    return exists ? [await session.guard(session.engine.beliefs(wish.focus, k))] : [];
  }

  function end(ending: NonNullable<Tick["end"]>): void {
    ended = true;
    post({ type: "ended", run, end: ending });
  }

  function exists(session: Session, { trajectory, k }: Place): boolean {
    return k >= 0 && k <= session.engine.k && trajectory >= 0 && trajectory < recipe.breadth;
  }

  async function dissect(session: Session, place: Place): Promise<void> {
    if (!exists(session, place)) return;
    const anatomy = dissector && (await session.guard(dissector.at(place.trajectory, place.k)));
    if (wish.dissect === null) post({ type: "anatomy", run, anatomy });
  }

  async function inspect(session: Session, place: Place): Promise<void> {
    if (!exists(session, place)) return;
    const { trajectory, k } = place;
    const beliefs = await session.guard(session.engine.beliefs(trajectory, k));
    if (wish.inspect === null) post({ type: "beliefs", run, beliefs });
  }

  /** Not as a wish of the moment, like the others, but as part of a file: each one counts. */
  async function sendState(session: Session, place: Place): Promise<void> {
    const { trajectory, k } = place;
    const state = exists(session, place) ? await session.guard(session.engine.state(trajectory, k)) : null;
    wish.states = wish.states.filter((one) => one !== place);
    post({ type: "state", run, trajectory, k, state });
  }

  return {
    run,
    get caughtUp() {
      return sent < 0 || (at !== null && at >= sent);
    },
    get busy() {
      const { inspect, states, refit, goal } = wish;
      return at === null || at < sent || inspect !== null || states.length > 0 || refit || (!ended && at < goal);
    },
    handle(message) {
      switch (message.type) {
        case "goal":
          wish.goal = message.k;
          break;
        case "focus":
          wish.focus = message.trajectory;
          break;
        case "inspect":
          wish.inspect = { trajectory: message.trajectory, k: message.k };
          break;
        case "dissect":
          wish.dissect = { trajectory: message.trajectory, k: message.k };
          break;
        case "state":
          wish.states.push({ trajectory: message.trajectory, k: message.k });
          break;
        case "refit":
          wish.refit = true;
          break;
        case "autofit":
          wish.autofit = message.on;
          break;
      }
    },
    nextJob(session) {
      if (at === null) return () => begin(session);
      if (at < sent) return () => tick(session);
      session.engine.setAutofit(wish.autofit);
      const { inspect: place, dissect: inside, refit } = wish;
      if (place) {
        wish.inspect = null;
        return () => inspect(session, place);
      }
      if (inside) {
        wish.dissect = null;
        return () => dissect(session, inside);
      }
      const [state] = wish.states;
      if (state) return () => sendState(session, state);
      if (refit) {
        wish.refit = false;
        return async () => sendBasis(await session.guard(session.engine.refit()));
      }
      return !ended && at < wish.goal ? () => tick(session) : null;
    },
    replay() {
      at = null;
    },
    recall({ engine }, { recipe: wanted, trajectory, k }) {
      const known = at !== null && k <= engine.k && trajectory < recipe.breadth && same(recipe, wanted, "states");
      return known ? engine.state(trajectory, k) : null;
    },
    axesOf: ({ engine }, wanted) => (at !== null && same(recipe, wanted, "states") ? engine.axes : null),
  };
}
