import { memory } from "@tensorflow/tfjs-core";
import type { MapBackend } from "../../../src/model/eqr/backend/backend";
import type { KernelBackend } from "../../../src/model/eqr/kernels/kernelBackend";
import { defaultRecipe, type Recipe } from "../../../src/model/eqr/recipe/recipe";
import { type Answer, type EvaluationRequest, evaluate } from "../../../src/model/evaluate/evaluate";
import { createLab } from "../../../src/model/lab/lab";
import { randomModel } from "../../../src/model/maps/relational/fixtures/randomModel";
import { openKernels, withQMoved } from "../setup";

const puzzlesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => `${".".repeat(i)}${(i % 9) + 1}${".".repeat(80 - i)}`);

type Clock = () => number;
/** As if nothing took any time: the longest slices, and all puzzles at once. */
const still: Clock = () => 0;
/** As if everything took long: the shortest slices, and few at once. */
function slow(): Clock {
  let now = 0;
  return () => {
    now += 10_000;
    return now;
  };
}

interface Counted {
  readonly answers: readonly Answer[];
  /** Per 1,000 iterations of the batch. */
  readonly submits: number;
  readonly readbacks: number;
}

async function evaluated(
  kernels: KernelBackend,
  backend: MapBackend,
  { recipe, puzzles }: Pick<EvaluationRequest, "recipe" | "puzzles">,
  now: Clock,
): Promise<Counted> {
  const { submits, readbacks } = kernels.counters;
  let iterations = 0;
  const { search } = backend;
  const counting: MapBackend = {
    ...backend,
    step(...asked) {
      iterations++;
      return backend.step(...asked);
    },
    ...(search && {
      search(...asked) {
        const made = search(...asked);
        return {
          ...made,
          step(...at) {
            iterations++;
            return made.step(...at);
          },
        };
      },
    }),
  };
  const answers: Answer[] = [];
  const request = { recipe, puzzles, select: "q" } as const;
  for await (const some of evaluate(createLab(counting, { now }), request)) answers.push(...some);
  const per1000 = (count: number) => Math.round((1000 * count) / iterations);
  return {
    answers: answers.sort((a, b) => a.index - b.index),
    submits: per1000(kernels.counters.submits - submits),
    readbacks: per1000(kernels.counters.readbacks - readbacks),
  };
}

/**
 * Puzzles whose answers differ, bit for bit, where they are evaluated as a queue on a fast device, on a slow one, or in a few
 * rows that the host looks at every iteration; and what was submitted and read back per 1,000 iterations, as a queue and
 * with the host looking at every fourth. `moved` is added to the halting logits.
 */
export async function queueDifference(count: number, changes: Partial<Recipe>, moved = 0) {
  const model = withQMoved(randomModel({ d: 4, blocks: 1 }), moved);
  const kernels = await openKernels(model);
  const recipe = { ...defaultRecipe("", "random"), seed: 11, sigma: 0.05, ...changes };
  const asked = { recipe, puzzles: puzzlesOf(count) };
  try {
    const before = memory().numTensors;
    const { search: _search, ...host } = kernels;
    const { replace: _replace, ...bare } = host;
    const watched: MapBackend = { ...bare, info: { ...bare.info, kind: "wasm" } };
    const queue = await evaluated(kernels, kernels, asked, still);
    const short = await evaluated(kernels, kernels, asked, slow());
    const guided = await evaluated(kernels, host, asked, still);
    const alone = await evaluated(kernels, watched, asked, still);
    const off = (other: Counted) =>
      alone.answers.filter((answer, i) => JSON.stringify(answer) !== JSON.stringify(other.answers[i])).length;
    return {
      puzzles: alone.answers.length,
      off: [queue, short, guided].map(off),
      left: memory().numTensors - before,
      queue: { submits: queue.submits, readbacks: queue.readbacks },
      guided: { submits: guided.submits, readbacks: guided.readbacks },
      cycles: Math.max(...alone.answers.map(({ cycles }) => cycles)),
      accepted: alone.answers.filter(({ accepted }) => accepted).length,
    };
  } finally {
    kernels.dispose();
  }
}
