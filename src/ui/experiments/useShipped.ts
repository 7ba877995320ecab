import { useEffect } from "react";
import type { ExperimentKind } from "../../model/experiments/requests";
import { readResult, SHIPPED } from "../../model/export/resultFile";
import { useApp, usePage, useRun } from "../appContext";
import { cardOf } from "../store/run";

/**
 * Has a view show the shipped result of its experiment until something is measured: of the weights that are loaded or, where
 * none is shipped for these, of the model that runs where there is no GPU. Not where a link's own result is awaited.
 */
export function useShipped(kind: ExperimentKind): void {
  const { assets, experiments } = useApp();
  const model = useRun((state) => state.model?.model ?? null);
  const other = useRun((state) => state.index?.default.elsewhere ?? null);
  const sha256 = useRun((state) => cardOf(state.worker)?.weights.sha256 ?? null);
  const awaited = usePage(({ arrival, view }) => arrival?.view === view);
  useEffect(() => experiments.attend(kind), [experiments, kind]);
  useEffect(() => {
    const shipped = SHIPPED.find((one) => one === kind);
    if (!shipped || model === null || sha256 === null || awaited) return;
    let wanted = true;
    const fileOf = async (name: string) => {
      const text = await assets.result(name, shipped);
      return text === null ? null : readResult(text, shipped);
    };
    const find = async () => {
      const own = await fileOf(model);
      if (own?.sha256 === sha256) return own;
      return other === null || other === model ? null : fileOf(other);
    };
    find()
      .then((file) => wanted && file && experiments.offer(shipped, file))
      // It is an extra: without it the view says what can be measured.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [assets, experiments, kind, model, other, sha256, awaited]);
}
