import { useEffect } from "react";
import { useApp } from "../../../appContext";
import { useGame } from "./useGame";

/** Longer between two ticks, the computer slept. */
const LONGEST_TICK = 2000;

/** Counts the time of the game while it is mounted, `runs`, and the page is in sight. Gives milliseconds. */
export function useClock(runs: boolean): number {
  const { game } = useApp();
  useEffect(() => {
    if (!runs) return;
    let last = performance.now();
    const tick = setInterval(() => {
      const now = performance.now();
      const passed = now - last;
      last = now;
      if (!document.hidden && passed <= LONGEST_TICK) game.setState(({ elapsed }) => ({ elapsed: elapsed + passed }));
    }, 1000);
    return () => clearInterval(tick);
  }, [game, runs]);
  return useGame((state) => state.elapsed);
}
