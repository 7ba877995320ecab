import { useEffect } from "react";
import type { ExperimentKind } from "../../model/experiments/requests";
import { readResult, SHIPPED } from "../../model/export/resultFile";
import { useApp, useRun } from "../appContext";
import { cardOf } from "../store/run";

/** Has a view show the shipped result of its experiment, of the weights that are loaded, until something is measured. */
export function useShipped(kind: ExperimentKind): void {
  const { assets, experiments } = useApp();
  const model = useRun((state) => state.model?.model ?? null);
  const sha256 = useRun((state) => cardOf(state.worker)?.weights.sha256 ?? null);
  useEffect(() => {
    const shipped = SHIPPED.find((one) => one === kind);
    if (!shipped || model === null || sha256 === null) return;
    let wanted = true;
    assets
      .result(model, shipped)
      .then((text) => {
        const file = text === null ? null : readResult(text, shipped);
        if (wanted && file?.sha256 === sha256) experiments.offer(shipped, file);
      })
      // It is an extra: without it the view says what can be measured.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [assets, experiments, kind, model, sha256]);
}
