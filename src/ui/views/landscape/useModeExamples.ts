import { useEffect, useState } from "react";
import { fetchJson } from "../../../model/eqr/loadModel";
import { type ModeExamples, ModeExamplesSchema } from "../../../model/experiments/modeExamples";

/** The measured examples of a model's modes; null while they are fetched, and where the site has none of these weights. */
export function useModeExamples(model: string | null, sha256: string | null): ModeExamples | null {
  const [examples, setExamples] = useState<ModeExamples | null>(null);
  useEffect(() => {
    if (model === null) return;
    let wanted = true;
    const url = new URL(`weights/${encodeURIComponent(model)}.modes.json`, document.baseURI).href;
    fetchJson(url, ModeExamplesSchema, "list of landscape examples", (address) => fetch(address))
      .then((list) => wanted && setExamples(list))
      // They are an extra: without them the view has all its measurements.
      .catch(() => wanted && setExamples(null));
    return () => {
      wanted = false;
    };
  }, [model]);
  return examples?.sha256 === sha256 ? examples : null;
}
