import { type ComponentType, lazy } from "react";
import { NotLoaded } from "./NotLoaded";

const LOADERS: (() => Promise<unknown>)[] = [];

/**
 * A part of the page that is fetched when it is first shown, or before, in an idle moment after the first picture. It
 * suspends until it is there. Where it cannot be fetched, `Missing` takes its place and the rest of the page goes on.
 */
export function onDemand(load: () => Promise<ComponentType>, Missing: ComponentType = NotLoaded): ComponentType {
  LOADERS.push(load);
  return lazy(() =>
    load().then(
      (Part) => ({ default: Part }),
      () => ({ default: Missing }),
    ),
  );
}

/** Fetches all such parts, one after the other while nothing else is to be done, so that they open at once. */
export async function fetchAhead(idle: () => Promise<void>, loaders: readonly (() => Promise<unknown>)[] = LOADERS) {
  for (const load of loaders) {
    await idle();
    // It says so itself where it is missed.
    await load().catch(() => {});
  }
}
