import { type ModelCard, ModelCardSchema } from "../../../model/eqr/model/card";
import { type Fetch, fetchJson } from "../../../model/eqr/model/loadFiles";
import { type ScalingFile, ScalingFileSchema } from "../../../model/evaluate/scalingFile";
import { say } from "../../../words/say";

/** Addresses below `weights`, the folder of the models. Each promise rejects with an Error that says what is wrong. */

/** The card of a shipped model, without its weights. */
export function fetchCard(weights: string, model: string, fetch: Fetch): Promise<ModelCard> {
  return fetchJson(`${weights}${encodeURIComponent(model)}.json`, ModelCardSchema, say`model card`, fetch);
}

/** The measured scaling of a model: the file that its card names. */
export function fetchScaling(weights: string, file: string, fetch: Fetch): Promise<ScalingFile> {
  return fetchJson(
    `${weights}${encodeURIComponent(file)}`,
    ScalingFileSchema,
    say`measurement of depth and breadth`,
    fetch,
  );
}
