import { type ComponentType, lazy } from "react";
import { NotLoaded } from "../NotLoaded";

/** A view's panel, fetched when it is first shown. Where that fails, it says so and the rest of the page goes on. */
export function lazily(load: () => Promise<{ readonly Panel: ComponentType }>): ComponentType {
  return lazy(() =>
    load().then(
      ({ Panel }) => ({ default: Panel }),
      () => ({ default: NotLoaded }),
    ),
  );
}
