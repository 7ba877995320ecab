import { median } from "../../src/bench/statistics";

/** What a page holds at one moment, after a collection of garbage. */
export interface Sample {
  readonly minutes: number;
  readonly puzzles: number;
  /** Tensors that tfjs counts. */
  readonly tensors: number;
  /** Bytes of them. */
  readonly tensorBytes: number;
  /** GPU buffers alive on the device, whoever made them. */
  readonly buffers: number;
  readonly bufferBytes: number;
  /** JavaScript heap of the page and of the worker, in bytes, with what their typed arrays hold. */
  readonly pageHeap: number;
  readonly workerHeap: number;
}

const WATCHED = {
  tensors: "tensors",
  tensorBytes: "bytes of tensors",
  buffers: "GPU buffers",
  bufferBytes: "bytes of GPU buffers",
  pageHeap: "the page's heap",
  workerHeap: "the worker's heap",
} as const satisfies Partial<Record<keyof Sample, string>>;

/** Growth that still counts as flat. */
const LIMIT = 0.05;

/**
 * What grew by more than LIMIT from the second third of the samples to the last, each by its median, as sentences; empty
 * when all is flat. The first third is left out: code is still optimised in it and pools still find their sizes.
 */
export function growths(samples: readonly Sample[]): string[] {
  const third = Math.floor(samples.length / 3);
  if (third === 0) throw new Error("Three samples are the least that show whether anything grows.");
  return (Object.keys(WATCHED) as (keyof typeof WATCHED)[]).flatMap((key) => {
    const values = samples.map((sample) => sample[key]);
    const [from, to] = [median(values.slice(-2 * third, -third)), median(values.slice(-third))];
    return to > from * (1 + LIMIT) ? [`${WATCHED[key]} grew by ${(100 * (to / from - 1)).toFixed(1)} %`] : [];
  });
}

export const HEADINGS = "min  puzzles  tensors  tensor MiB  GPU buffers  GPU MiB  page MiB  worker MiB";

/** A sample as a line under HEADINGS. */
export function line(sample: Sample): string {
  const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  const cells = [
    sample.minutes.toFixed(1).padStart(3),
    String(sample.puzzles).padStart(7),
    String(sample.tensors).padStart(7),
    mib(sample.tensorBytes).padStart(10),
    String(sample.buffers).padStart(11),
    mib(sample.bufferBytes).padStart(7),
    mib(sample.pageHeap).padStart(8),
    mib(sample.workerHeap).padStart(10),
  ];
  return cells.join("  ");
}
