import type { Fetch } from "../eqr/model/loadFiles";
import type { Model } from "../eqr/model/model";
import { createEngine, type Engine } from "../eqr/run/engine";
import { loadModel } from "../maps/loadModel";
import type { OpenBackend, OpenRequest } from "./backends";
import type { FromWorker, ToWorker } from "./protocol";

export type LoadMessage = Extract<ToWorker, { type: "load" }>;

/** A model on a device, ready to run. */
export interface Session {
  readonly request: LoadMessage;
  readonly model: Model;
  readonly open: OpenBackend;
  readonly engine: Engine;
  /** Why the device is gone; null while it is there. */
  readonly lost: string | null;
  /** The result of work on the device. Rejects with DeviceLost when the device goes first: such work may never end. */
  guard<T>(work: Promise<T>): Promise<T>;
  close(): void;
}

export class DeviceLost extends Error {}

/** After an error of its own, a device may take a moment to say that it is gone. */
const LOSS_NOTICE_MS = 500;

export interface SessionDoors {
  readonly fetch: Fetch;
  readonly open: (request: OpenRequest) => Promise<OpenBackend>;
  readonly post: (message: FromWorker) => void;
}

/** Loads a model, tells of its progress and opens a backend for it. */
export async function loadSession(
  request: LoadMessage,
  doors: SessionDoors,
  onLost: () => void,
): Promise<{ session: Session; warning: string | null }> {
  const { model, warning } = await loadModel(request.weightsUrl, request.model, doors.fetch, (loaded, total) =>
    doors.post({ type: "loading", loaded, total }),
  );
  return { session: await openSession(request, model, doors, onLost), warning };
}

/** Opens a backend for a model that is already there. */
export async function openSession(
  request: LoadMessage,
  model: Model,
  { open: openBackend }: Pick<SessionDoors, "open">,
  onLost: () => void,
  whyNotWebgpu?: string,
): Promise<Session> {
  const choice = whyNotWebgpu === undefined ? request.backend : "wasm";
  const open = await openBackend({ model, choice, wasmUrls: request.wasmUrls, whyNotWebgpu, shapes: request.shapes });
  const engine = createEngine(open.backend, model);
  let lost: string | null = null;
  let closed = false;
  let giveUp = () => {};

  open.lost.then((reason) => {
    if (closed) return;
    lost = reason;
    giveUp();
    onLost();
  });

  return {
    request,
    model,
    open,
    engine,
    get lost() {
      return lost;
    },
    guard: (work) =>
      new Promise((resolve, reject) => {
        giveUp = () => reject(new DeviceLost(lost ?? ""));
        if (lost !== null) giveUp();
        work.then(resolve, async (error) => {
          if (open.backend.info.kind === "webgpu" && lost === null)
            await Promise.race([open.lost, new Promise((wake) => setTimeout(wake, LOSS_NOTICE_MS))]);
          // Where the device did go, giveUp has spoken first and this has no effect.
          reject(error);
        });
      }),
    close() {
      closed = true;
      // On a device that is gone there is nothing left to give back, and trying may throw.
      try {
        engine.dispose();
      } catch {}
      open.close();
    },
  };
}
