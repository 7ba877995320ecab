import { type Fetch, loadFiles } from "../eqr/model/loadFiles";
import { createModel, type Model } from "../eqr/model/model";
import { mapOf } from ".";

export interface LoadedModel {
  readonly model: Model;
  /** What could not be checked, as a sentence; null when all was. */
  readonly warning: string | null;
}

/**
 * Loads NAME.json (the card) and the weights it names from the folder `url`, and checks size, SHA-256, names and shapes.
 * onProgress gets the bytes of the weights that have arrived. Throws an Error in plain words.
 */
export async function loadModel(
  url: string,
  name: string,
  fetch: Fetch,
  onProgress?: (loaded: number, total: number) => void,
): Promise<LoadedModel> {
  const files = await loadFiles(url, name, fetch, (card) => mapOf(card).config, onProgress);
  return { model: createModel(mapOf(files.card), files.card, files.tensors), warning: files.warning };
}
