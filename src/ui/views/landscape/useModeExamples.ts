import { useEffect, useState } from "react";
import type { ModeExamples } from "../../../model/experiments/modeExamples";
import { useApp } from "../../appContext";

/** The measured examples of a model's modes; null while they are fetched, and where the site has none of these weights. */
export function useModeExamples(model: string | null, sha256: string | null): ModeExamples | null {
  const { assets } = useApp();
  const [examples, setExamples] = useState<ModeExamples | null>(null);
  useEffect(() => {
    if (model === null) return;
    let wanted = true;
    assets
      .modes(model)
      .then((list) => wanted && setExamples(list))
      // They are an extra: without them the view has all its measurements.
      .catch(() => wanted && setExamples(null));
    return () => {
      wanted = false;
    };
  }, [assets, model]);
  return examples?.sha256 === sha256 ? examples : null;
}
