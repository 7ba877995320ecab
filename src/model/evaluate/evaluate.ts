import * as tf from "@tensorflow/tfjs-core";
import type { MapBackend, Summary } from "../eqr/backend";
import { withFreshStarts } from "../eqr/freshStart";
import { NUDGE } from "../eqr/nudges/nudge";
import type { Recipe } from "../eqr/recipe";
import type { Select } from "../eqr/selection";
import { rate } from "../tasks/sudoku/rate";
import { type Found, type Observed, openSearch, type Search } from "./search";

export interface Answer extends Found {
  /** Index of the puzzle among those given. */
  readonly index: number;
  /** Guesses that a propagating solver needs (rate.ts), null for a puzzle without one solution or with very many guesses. */
  readonly guesses: number | null;
}

/** What is evaluated: the recipe on each of the puzzles (`recipe.puzzle` is replaced), one start chosen by the rule. */
export interface EvaluationRequest {
  readonly recipe: Recipe;
  readonly select: Select;
  readonly puzzles: readonly string[];
}

/** Rows computed at once at first: on wasm a row costs half as much in a batch of 12 as alone, and no less in larger ones. */
const FIRST_ROWS = 12;
/** On a graphics processor the batch grows to this while a slice stays short. */
const MOST_ROWS = 192;
const SHORT_MS = 20;
/** A slice longer than this makes a page wait. */
const LONG_MS = 100;
const MOST_GUESSES = 20_000;

/**
 * Evaluates slice by slice: yields the answers that came of a slice (often none), in the order in which the puzzles end.
 * Many puzzles share a batch; whichever ends makes room for the next. What comes out does not depend on how many do, nor
 * on where it is stopped. Path noise does not cool here: throws a RangeError for a recipe that wants it to.
 */
export async function* evaluate(
  backend: MapBackend,
  { recipe, select, puzzles }: EvaluationRequest,
  now: () => number = () => performance.now(),
): AsyncGenerator<readonly Answer[], void> {
  const { breadth, seed, lambda, sigma } = recipe;
  if (sigma > 0 && recipe.coolAt > 0) throw new RangeError("An evaluation keeps its path noise: set Cool after to 0.");
  const onGpu = backend.info.kind === "webgpu";
  let most = FIRST_ROWS;
  /** Iterations between two readbacks: at most to the next look of a nudged search, which all have at the same time. */
  let steps: number = onGpu ? NUDGE.look : 1;
  const starts = backend.start(seed, 0, breadth);
  let searches: { readonly index: number; readonly search: Search }[] = [];
  let z: tf.Tensor = tf.tensor3d([], [0, ...starts.shape.slice(1)] as [number, number, number]);
  let x: tf.Tensor = tf.tensor1d([]);
  let next = 0;

  const places = () => Math.max(1, Math.floor(most / breadth));

  /** Keeps the rows of the searches in these places and adds those of new puzzles. */
  function refill(staying: readonly number[], zero: Summary): void {
    const kept = staying.flatMap((place) => searches[place] ?? []);
    const added: typeof searches = [];
    while (kept.length + added.length < places() && next < puzzles.length) {
      const index = next++;
      added.push({ index, search: openSearch({ ...recipe, puzzle: puzzles[index] ?? "" }, zero, select) });
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
    searches.forEach(({ search }, place) => {
      all.set(search.conditions(), place * breadth * 729);
    });
    x = searches.length > 0 ? backend.condition(all) : tf.tensor1d([]);
  }

  /** Some iterations of every row; what each left behind. */
  function advance(): Promise<Summary[]> {
    const summaries = Array.from({ length: steps }, (_, i) => {
      const rows = searches.flatMap(({ search: { k } }) =>
        Array.from({ length: breadth }, (_, trajectory) => ({ trajectory, k: k + 1 + i })),
      );
      const made = backend.step(z, x, null, { k: 0, seed, lambda, sigma, first: 0, rows });
      z.dispose();
      z = made.z;
      return made.summary;
    });
    return backend.read(summaries);
  }

  /** Shows a search its iterations, up to where it ends. */
  async function show(search: Search, place: number, summaries: readonly Summary[]): Promise<Observed> {
    let last: Observed = { found: null, freshStarts: [], conditionsChanged: false };
    for (const summary of summaries) {
      if (last.found) break;
      last = await search.observe(part(summary, place, breadth), (t) => backend.beliefs(z, place * breadth + t));
    }
    return last;
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

  function pace(milliseconds: number): void {
    if (milliseconds > LONG_MS) steps = 1;
    if (onGpu && milliseconds < SHORT_MS) most = Math.min(MOST_ROWS, most * 2);
  }

  try {
    const [zero] = await backend.read([backend.summarise(starts, null)]);
    if (!zero) throw new Error("The backend gave no summary.");
    for (refill([], zero); searches.length > 0; ) {
      const began = now();
      const summaries = await advance();
      const observed = await Promise.all(searches.map(({ search }, place) => show(search, place, summaries)));
      pace(now() - began);
      const answers = observed.flatMap(({ found }, place): Answer[] => {
        const index = searches[place]?.index ?? 0;
        return found ? [{ index, guesses: rate(puzzles[index] ?? "", MOST_GUESSES) ?? null, ...found }] : [];
      });
      beginAgain(observed);
      const staying = [...searches.keys()].filter((place) => !observed[place]?.found);
      const room = staying.length < places() && next < puzzles.length;
      if (staying.length < searches.length || room) refill(staying, zero);
      else if (observed.some(({ conditionsChanged }) => conditionsChanged)) renewConditions();
      yield answers;
    }
  } finally {
    tf.dispose([z, x, starts]);
  }
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
