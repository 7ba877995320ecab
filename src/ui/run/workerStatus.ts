import type { FromWorker } from "../../model/worker/protocol";
import { backendOf, cardOf, type WorkerStatus } from "../store/run";

/** How the worker is doing after one of its messages. */
export function statusAfter(worker: WorkerStatus, message: FromWorker): WorkerStatus {
  switch (message.type) {
    case "loading":
      return { kind: "loading", loaded: message.loaded, total: message.total };
    case "ready":
      return { kind: "ready", backend: message.backend, card: message.card };
    case "failed":
      return { kind: "failed", during: message.during, message: message.message, card: cardOf(worker) };
    case "lost": {
      const backend = backendOf(worker);
      const card = cardOf(worker);
      return backend && card ? { kind: "lost", message: message.message, backend, card } : worker;
    }
    case "recovered": {
      const card = cardOf(worker);
      return card ? { kind: "ready", backend: message.backend, card } : worker;
    }
    default:
      return worker;
  }
}
