import { fetchJson, loadIndex } from "../model/eqr/model/loadFiles";
import type { ModelIndex } from "../model/eqr/model/models";
import { type ModeExamples, ModeExamplesSchema } from "../model/experiments/modeExamples";
import { say } from "../words/say";

/** The site's own files beside its code. Each promise rejects with an Error that says what to do. */
export interface Assets {
  /** Address of the folder with the models; the worker fetches the weights itself. */
  readonly weights: string;
  /** The list of shipped models. */
  models(): Promise<ModelIndex>;
  /** The run of a model that the page opens with, as the bytes of its file; null where the site has none. */
  opening(model: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The shipped result of an experiment, as the text of its file; null where the site has none. */
  result(model: string, kind: string): Promise<string | null>;
  /** Text of the shipped sample of puzzles. */
  sample(): Promise<string>;
  /** The measured examples of a model's landscape modes. */
  modes(model: string): Promise<ModeExamples>;
}

/** Reads the files below `base`, the address of the page. */
export function createAssets(base: string, fetch: (url: string) => Promise<Response>): Assets {
  const weights = new URL("weights/", base).href;
  return {
    weights,
    models: () => loadIndex(weights, fetch),
    async opening(model) {
      const file = new URL(`results/${encodeURIComponent(model)}/opening.run`, base).href;
      const response = await fetch(file).catch(() => null);
      return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    async result(model, kind) {
      const file = new URL(`results/${encodeURIComponent(model)}/${kind}.json`, base).href;
      const response = await fetch(file).catch(() => null);
      return response?.ok ? response.text() : null;
    },
    async sample() {
      const response = await fetch(new URL("puzzles/sample.csv", base).href).catch(() => null);
      if (response?.ok) return response.text();
      const why = response ? say`the server answers ${response.status}` : say`the server cannot be reached`;
      throw new Error(
        say`The sample of puzzles could not be fetched (${why}). Check the network and try again, or choose a file.`,
      );
    },
    modes: (model) =>
      fetchJson(
        `${weights}${encodeURIComponent(model)}.modes.json`,
        ModeExamplesSchema,
        say`list of landscape examples`,
        fetch,
      ),
  };
}
