import { useSyncExternalStore } from "react";

/** The browser's full screen: whether it is on, and what turns it on and off; null where there is none. */
export function useFullscreen() {
  const is = useSyncExternalStore(
    (onChange) => {
      document.addEventListener("fullscreenchange", onChange);
      return () => document.removeEventListener("fullscreenchange", onChange);
    },
    () => document.fullscreenElement !== null,
  );
  // A browser may refuse; the presentation is whole without it.
  const leave = (): void => void (document.fullscreenElement && document.exitFullscreen().catch(() => {}));
  const enter = (): void => void document.documentElement.requestFullscreen().catch(() => {});
  return { is, leave, toggle: document.fullscreenEnabled ? () => (is ? leave() : enter()) : null };
}
