import type { FromWorker } from "../../model/worker/protocol";
import { backendOf, cardOf, type Engine } from "../store/run";

/** How the worker is doing after one of its messages. */
export function engineAfter(engine: Engine, message: FromWorker): Engine {
  switch (message.type) {
    case "loading":
      return { kind: "loading", loaded: message.loaded, total: message.total };
    case "ready":
      return { kind: "ready", backend: message.backend, card: message.card };
    case "failed":
      return { kind: "failed", during: message.during, message: message.message, card: cardOf(engine) };
    case "lost": {
      const backend = backendOf(engine);
      const card = cardOf(engine);
      return backend && card ? { kind: "lost", message: message.message, backend, card } : engine;
    }
    case "recovered": {
      const card = cardOf(engine);
      return card ? { kind: "ready", backend: message.backend, card } : engine;
    }
    default:
      return engine;
  }
}
