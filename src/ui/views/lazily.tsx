import { type ComponentType, lazy } from "react";

/** A view's panel, fetched when it is first shown. Where that fails, it says so and the rest of the page goes on. */
export function lazily(load: () => Promise<{ readonly Panel: ComponentType }>): ComponentType {
  return lazy(() =>
    load().then(
      ({ Panel }) => ({ default: Panel }),
      () => ({ default: NotLoaded }),
    ),
  );
}

function NotLoaded() {
  return (
    <p className="view-missing" role="alert">
      This view could not be loaded. Check the network, then reload the page: puzzle and settings are kept.
    </p>
  );
}
