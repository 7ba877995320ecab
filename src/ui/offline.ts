import { afterAwake } from "../model/timeLimit";
import { say } from "../words/say";
import { type NoticeStore, notify } from "./store/notices";
import type { RunStore } from "./store/run";

/** How long a new version may take to come into force once it is asked for. */
const PATIENCE_MS = 10_000;

/**
 * Lets the page open and run without a network from its next visit on: registers the service worker once the first picture
 * is there, so that nothing of it is in the way of that. A new version is offered; the page that is open keeps its own.
 */
export function keepForOffline(run: RunStore, notices: NoticeStore): void {
  const { serviceWorker } = navigator;
  // Not there on plain http, nor in some private windows.
  if (!serviceWorker) return;
  const stop = run.subscribe(({ record }) => {
    if (!record || record.frames.length === 0) return;
    stop();
    serviceWorker.register("./sw.js").then(
      // A browser that blocks workers quietly gives none.
      (registration?: ServiceWorkerRegistration) => registration && offerUpdates(registration, serviceWorker, notices),
      // Without it the page is what it was: there while there is a network.
      () => {},
    );
  });
}

function offerUpdates(
  registration: ServiceWorkerRegistration,
  container: ServiceWorkerContainer,
  notices: NoticeStore,
): void {
  const offer = (): void => {
    const { waiting } = registration;
    // The very first worker is no update.
    if (!waiting || !registration.active) return;
    notify(notices, {
      topic: "update",
      tone: "info",
      text: say`A new version of this page is ready. It is used from the next visit on, or now: your run is found again.`,
      action: {
        label: say`Use it now`,
        act: () => {
          const reload = () => location.reload();
          container.addEventListener("controllerchange", reload, { once: true });
          // The old version holds on while it still answers this page: leaving lets it go.
          afterAwake(PATIENCE_MS, reload);
          waiting.postMessage({ type: "SKIP_WAITING" });
        },
      },
    });
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
}
