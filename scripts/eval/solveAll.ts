import * as tf from "@tensorflow/tfjs-core";
import type { MapBackend, Summary } from "../../src/model/eqr/backend";
import { withFreshStarts } from "../../src/model/eqr/freshStart";
import type { Recipe } from "../../src/model/eqr/recipe";
import type { Select } from "../../src/model/eqr/selection";
import { type Answer, type Observed, openSearch, type Search } from "./search";

/** Rows computed at once: on wasm a row costs half as much in a batch of 12 as alone, and no less in larger ones. */
const BATCH_ROWS = 12;

/**
 * Runs the recipe on each puzzle (`recipe.puzzle` is replaced) and chooses one of its starts. Many puzzles share a batch;
 * whichever ends makes room for the next.
 */
export async function solveAll(
  backend: MapBackend,
  recipe: Recipe,
  puzzles: readonly string[],
  select: Select,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  const { breadth, seed, lambda, sigma } = recipe;
  const places = Math.max(1, Math.floor(BATCH_ROWS / breadth));
  const starts = backend.start(seed, 0, breadth);
  const [zero] = await backend.read([backend.summarise(starts, null)]);
  if (!zero) throw new Error("The backend gave no summary.");
  let searches: Search[] = [];
  let z: tf.Tensor = tf.tensor3d([], [0, ...starts.shape.slice(1)] as [number, number, number]);
  let x: tf.Tensor = tf.tensor1d([]);
  let next = 0;

  /** Keeps the rows of the searches in these places and adds those of new puzzles. */
  function refill(staying: readonly number[]): void {
    const kept = staying.flatMap((place) => searches[place] ?? []);
    const added: Search[] = [];
    while (kept.length + added.length < places && next < puzzles.length) {
      const own = { ...recipe, puzzle: puzzles[next] ?? "" };
      added.push(openSearch(next++, own, zero as Summary, select));
    }
    const rows = staying.map((place) => tf.slice(z, place * breadth, breadth));
    const before = [...rows, z];
    searches = [...kept, ...added];
    z = searches.length > 0 ? tf.concat([...rows, ...added.map(() => starts)], 0) : tf.clone(z);
    tf.dispose(before);
    renewConditions();
  }

  function renewConditions(): void {
    x.dispose();
    const all = new Int32Array(searches.length * breadth * 729);
    searches.forEach((search, place) => {
      all.set(search.conditions(), place * breadth * 729);
    });
    x = searches.length > 0 ? backend.condition(all) : tf.tensor1d([]);
  }

  /** One iteration of every row. */
  async function step(): Promise<Observed[]> {
    const rows = searches.flatMap(({ k }) =>
      Array.from({ length: breadth }, (_, trajectory) => ({ trajectory, k: k + 1 })),
    );
    const made = backend.step(z, x, null, { k: 0, seed, lambda, sigma, first: 0, rows });
    z.dispose();
    z = made.z;
    const [summary] = await backend.read([made.summary]);
    if (!summary) throw new Error("The backend gave no summary.");
    return Promise.all(
      searches.map((search, place) =>
        search.observe(part(summary, place, breadth), (t) => backend.beliefs(z, place * breadth + t)),
      ),
    );
  }

  function beginAgain(observed: readonly Observed[]): void {
    const again = observed.flatMap(({ freshStarts }, place) =>
      freshStarts.map((start) => ({ ...start, row: place * breadth + start.trajectory })),
    );
    if (again.length === 0) return;
    const replaced = withFreshStarts(backend, z, seed, again);
    z.dispose();
    z = replaced;
  }

  for (refill([]); searches.length > 0; ) {
    const observed = await step();
    for (const { answer } of observed) if (answer) onAnswer(answer);
    beginAgain(observed);
    const staying = [...searches.keys()].filter((place) => !observed[place]?.answer);
    if (staying.length < searches.length) refill(staying);
    else if (observed.some(({ conditionsChanged }) => conditionsChanged)) renewConditions();
  }
  tf.dispose([z, x, starts]);
}

/** One puzzle's rows of a batch's summary. */
function part(summary: Summary, place: number, breadth: number): Summary {
  const cut = <T extends Float32Array | Uint8Array>(array: T, width: number): T =>
    array.slice(place * breadth * width, (place + 1) * breadth * width) as T;
  return {
    residual: cut(summary.residual, 1),
    q: cut(summary.q, 1),
    coords: cut(summary.coords, 3),
    digits: cut(summary.digits, 81),
    confidence: cut(summary.confidence, 81),
  };
}
