import { combine, type PlaneKind, planeOf, type Vector, weightsAt } from "../analysis/plane";
import type { Recipe } from "../eqr/recipe/recipe";
import type { Base } from "../eqr/recipe/terms";
import type { Lab } from "../lab/lab";
import { isSolution, problemOf } from "../tasks";
import { type Problem, textOf } from "../tasks/task";
import { makeBases } from "./bases";
import { type BasinMap, BROKEN, PENDING, type PlaneWindow, pointOf, WANDERING, windowAround } from "./basins";
import type { Experiment, Running } from "./experiment";
import { interlaced } from "./interlace";
import { type Landing, settle } from "./settle";

/** Where the starts of a basin map lie. */
export interface BasinPlane {
  readonly kind: PlaneKind;
  readonly bases: readonly [Base, Base, Base];
}

/** Each pixel of a square is a start, run with the recipe's puzzle, λ and tolerance, without noise or nudges. */
export interface BasinRequest {
  readonly kind: "basinMap";
  readonly recipe: Recipe;
  readonly plane: BasinPlane;
  /** The square to draw; null fits one around the states that span the plane. */
  readonly window: PlaneWindow | null;
  /** Pixels along a side, a power of two. */
  readonly size: number;
}

export const basinMap: Experiment<BasinRequest, BasinMap, BasinMap> = { kind: "basinMap", cost, run };

function cost({ recipe, plane, size }: BasinRequest): number {
  const bases = plane.bases.reduce((sum, { iterations }) => sum + iterations, 0);
  return size * size * recipe.depth + bases;
}

/** A snapshot is drawn this often, in milliseconds: it is copied to the page whole. */
const SNAPSHOT_EVERY = 250;

async function* run(lab: Lab, request: BasinRequest): Running<BasinMap, BasinMap> {
  const { recipe, size } = request;
  const before = lab.spent;
  const total = cost(request);
  const problem = problemOf(recipe);
  const bases = yield* makeBases(lab, recipe, request.plane.bases);
  const [a, b, c] = bases;
  if (!a || !b || !c) throw new RangeError("A plane takes three states.");
  const vectors: readonly [Vector, Vector, Vector] = [a, b, c];
  const plane = planeOf(request.plane.kind, vectors);
  const order = interlaced(size);
  const tally = createTally(problem, size, order);
  const window = request.window ?? windowAround(plane);
  const snapshot = () => ({ ...tally.picture(), plane, window });
  const start = (place: number) => {
    const { x, y } = pointOf(order[place] ?? 0, size, window);
    return combine(vectors, weightsAt(plane, x, y));
  };
  const { lambda, tolerance, depth } = recipe;
  let drawn = Number.NEGATIVE_INFINITY;
  for await (const landed of settle(lab, { count: order.length, start, problem, lambda, tolerance, depth })) {
    for (const landing of landed) tally.add(landing);
    const now = performance.now();
    if (now - drawn < SNAPSHOT_EVERY) {
      yield null;
      continue;
    }
    drawn = now;
    yield { done: lab.spent - before, total, partial: snapshot() };
  }
  return snapshot();
}

/** Collects where the pixels have landed. */
function createTally(problem: Problem, size: number, order: Uint32Array) {
  const basin = new Int16Array(size * size).fill(PENDING);
  const iterations = new Uint16Array(size * size);
  /** Grids in the order in which they were found, which depends on the device: `picture` numbers them anew. */
  const found = new Map<string, { readonly id: number; readonly digits: Uint8Array; first: number; count: number }>();
  let done = 0;

  return {
    /** Takes what has landed; its index is a place in the order of the pixels. */
    add({ index: place, settledAt, iterations: made, residual, digits }: Landing) {
      const pixel = order[place] ?? 0;
      done++;
      iterations[pixel] = settledAt ?? made;
      if (settledAt === null) {
        basin[pixel] = Number.isFinite(residual) ? WANDERING : BROKEN;
        return;
      }
      const key = textOf(digits);
      const known = found.get(key) ?? { id: found.size, digits, first: place, count: 0 };
      found.set(key, known);
      known.first = Math.min(known.first, place);
      known.count++;
      basin[pixel] = known.id;
    },
    picture(): Omit<BasinMap, "plane" | "window"> {
      const all = [...found.values()].sort((p, q) => p.first - q.first);
      const number = new Map(all.map(({ id }, i) => [id, i]));
      return {
        size,
        basin: basin.map((id) => number.get(id) ?? id),
        iterations: iterations.slice(),
        basins: all.map(({ digits, count }) => ({
          digits,
          valid: isSolution(problem, digits),
          count,
        })),
        done,
      };
    },
  };
}
