import { useEffect } from "react";
import { useStore } from "zustand";
import type { ExperimentKind } from "../../model/experiments/requests";
import { useApp, usePage, useRun } from "../appContext";
import { extentOf } from "../run/scene";
import { begunBy, isFilledByRun, isThere } from "./arrival";

/**
 * Begins an experiment by itself, once, in the view that a link opened, where what it costs is little on this device.
 * `cost`: iterations of one state at most; null while it cannot begin. True while the view is one that a link opened.
 */
export function useArrival(kind: ExperimentKind, cost: number | null, begin: () => void): boolean {
  const { experiments, page } = useApp();
  const rate = useStore(experiments.store, (all) => all.rate);
  const arrival = usePage((state) => state.arrival);
  const view = usePage((state) => state.view);
  const there = useRun(({ playback, record }) => {
    const { end, ended } = extentOf(record);
    return record !== null && isThere(playback, end, ended);
  });
  const begun = begunBy({ arrival, view, kind, cost: there ? cost : null, rate });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins once, when it can.
  useEffect(() => {
    if (!begun) return;
    page.setState({ arrival: begun });
    begin();
  }, [begun === null]);
  return arrival?.view === view && !isFilledByRun(kind);
}
