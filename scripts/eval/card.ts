import { loadIndex } from "../../src/model/eqr/model/loadFiles";
import { loadModel } from "../../src/model/maps/loadModel";
import { fileFetch, WEIGHTS_URL } from "../tools/fileFetch";

/** The card of a shipped model, for null of the one that the page starts with without a GPU. Throws an Error for a person where there is none of the name. */
export async function loadCard(name: string | null) {
  const index = await loadIndex(WEIGHTS_URL, fileFetch);
  const chosen = name ?? index.default.elsewhere;
  const names = index.models.map((model) => model.name);
  if (!names.includes(chosen)) throw new Error(`There is no model "${chosen}"; there is ${names.join(", ")}.`);
  return (await loadModel(WEIGHTS_URL, chosen, fileFetch)).model.card;
}
