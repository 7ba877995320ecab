/** A service on a stage: a small random model, a clock turned by hand, a page that listens. For tests. */
import type { MapBackend } from "../eqr/backend/backend";
import { createReferenceBackend } from "../eqr/backend/referenceBackend";
import { writeSafetensors } from "../eqr/fixtures/writeSafetensors";
import { type Fetch, sha256 } from "../eqr/model/loadFiles";
import { defaultRecipe, type Recipe } from "../eqr/recipe/recipe";
import { appendFrame, applyBasis, createRecord, type RunRecord } from "../eqr/record/record";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import type { OpenRequest } from "./backends";
import type { FromWorker, ToWorker } from "./protocol";
import { createService } from "./service";

const random = randomModel({ d: 4, blocks: 1 });
const bytes = writeSafetensors(random.tensors);
const card = {
  ...random.card,
  weights: { file: "random.safetensors", bytes: bytes.byteLength, sha256: (await sha256(bytes)) ?? "" },
};
const files: Record<string, BodyInit> = { "w/random.json": JSON.stringify(card), "w/random.safetensors": bytes };
const fetch: Fetch = async (url) => new Response(files[url], { status: url in files ? 200 : 404 });

const recipe: Recipe = { ...defaultRecipe(".".repeat(81), "random"), breadth: 2, depth: 40 };
export const load: Extract<ToWorker, { type: "load" }> = {
  type: "load",
  model: "random",
  weightsUrl: "w",
  wasmUrls: {},
  backend: "auto",
};
export const start = (run: number, changes: Partial<Recipe> = {}, focus = 0): ToWorker => ({
  type: "start",
  run,
  recipe: { ...recipe, ...changes },
  focus,
});

export interface StageOptions {
  /** Milliseconds that the clock says an iteration takes. */
  cost?: number;
  changes?: (backend: MapBackend) => Partial<MapBackend>;
}

/** A service with a clock turned by hand, and a page that listens. Its device can be lost. */
export function stage({ cost = 30, changes = () => ({}) }: StageOptions = {}) {
  const heard: FromWorker[] = [];
  const opened: OpenRequest[] = [];
  const waiting = new Set<() => void>();
  let clock = 0;
  let loseDevice = (_: string) => {};
  const service = createService({
    post(message, transfer) {
      heard.push(structuredClone(message, { transfer }));
      for (const look of [...waiting]) look();
    },
    fetch,
    now: () => clock,
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    async open(request) {
      opened.push(request);
      const kind = request.choice === "wasm" ? "wasm" : "webgpu";
      const whyNotWebgpu = kind === "wasm" ? (request.whyNotWebgpu ?? "asked for") : null;
      const real = createReferenceBackend(request.model, { kind, device: "test", whyNotWebgpu });
      const lost = new Promise<string>((resolve) => {
        loseDevice = resolve;
      });
      const step: MapBackend["step"] = (...args) => {
        clock += cost;
        return real.step(...args);
      };
      const backend = { ...real, step, ...changes({ ...real, step }) };
      return { backend, lost, loseDevice: () => loseDevice("tested"), close: () => backend.dispose() };
    },
  });

  /** Waits until the service has nothing left to do, however long that takes on this machine. */
  async function quiet(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, 1));
    while (service.busy);
  }

  /** The first such message, as soon as it is posted; an error once the service is done without having posted one. */
  function until<T extends FromWorker["type"]>(
    type: T,
    test: (message: Extract<FromWorker, { type: T }>) => boolean = () => true,
  ): Promise<Extract<FromWorker, { type: T }>> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = heard.find((m): m is Extract<FromWorker, { type: T }> => m.type === type && test(m as never));
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      if (!waiting.has(look)) return;
      const missing = () => new Error(`No ${type} came; heard ${heard.map((m) => m.type).join(" ")}`);
      quiet().then(() => waiting.delete(look) && reject(missing()));
    });
  }

  return {
    heard,
    opened,
    until,
    send: (...messages: ToWorker[]) => messages.forEach(service.handle),
    untilFrame: (k: number, run = 1) => until("frames", (m) => m.run === run && m.frames.some((f) => f.k === k)),
    framesOf: (run: number) => heard.flatMap((m) => (m.type === "frames" && m.run === run ? m.frames : [])),
    quiet,
    /** Loses the newest device at once, whoever has it. */
    loseNow: () => loseDevice("tested"),
    advance: (milliseconds: number) => {
      clock += milliseconds;
    },
  };
}

/** The record a page would have after these messages. */
export function recordOf(heard: FromWorker[], run: number): RunRecord {
  const record = createRecord(recipe);
  for (const message of heard) {
    if (!("run" in message) || message.run !== run) continue;
    if (message.type === "frames") for (const frame of message.frames) appendFrame(record, frame);
    if (message.type === "basis") applyBasis(record, message.reprojection);
    if (message.type === "ended") record.end = message.end;
  }
  return record;
}
