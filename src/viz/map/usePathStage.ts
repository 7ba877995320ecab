import { useEffect, useRef } from "react";
import type { RunRecord } from "../../model/eqr/record/record";
import { blendPaths, copyPaths, createPaths, type Paths } from "./paths";

const GLIDE_MS = 500;

export interface Act {
  readonly record: RunRecord;
  /** Names the plane that is drawn on: basis and axes. */
  readonly plane: string;
  readonly reducedMotion: boolean;
  readonly fill: (paths: Paths) => void;
  /** Called on every frame while states are still on their way. */
  readonly redraw: () => void;
}

/**
 * Holds the paths that are on screen. When the plane turns under a run (a new basis, other axes), states glide from their
 * old places to the new, for the eye to follow; without motion they jump.
 */
export function usePathStage() {
  const stage = useRef({
    shown: createPaths(),
    spare: createPaths(),
    record: null as RunRecord | null,
    plane: "",
    before: null as Paths | null,
    since: 0,
    frame: 0,
  });
  useEffect(() => () => cancelAnimationFrame(stage.current.frame), []);

  return {
    shown: () => stage.current.shown,
    perform({ record, plane, reducedMotion, fill, redraw }: Act): Paths {
      const s = stage.current;
      cancelAnimationFrame(s.frame);
      fill(s.spare);
      const turned = s.record === record && s.plane !== plane && s.shown.length > 0;
      if (turned && !reducedMotion) {
        s.before = copyPaths(s.shown);
        s.since = performance.now();
      } else if (s.record !== record) s.before = null;
      const share = s.before ? Math.min(1, (performance.now() - s.since) / GLIDE_MS) : 1;
      if (s.before && share < 1) {
        blendPaths(s.spare, s.before, share * share * (3 - 2 * share));
        s.frame = requestAnimationFrame(redraw);
      } else s.before = null;
      [s.shown, s.spare] = [s.spare, s.shown];
      s.record = record;
      s.plane = plane;
      return s.shown;
    },
  };
}
