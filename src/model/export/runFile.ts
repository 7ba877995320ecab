import * as v from "valibot";
import { FIELD_NAMES, type Recipe } from "../eqr/recipe/recipe";
import type { Beliefs, Frame } from "../eqr/record/frame";
import { appendFrame, beliefKey, createRecord, type RunRecord } from "../eqr/record/record";
import { type Summary, widthsOf } from "../eqr/record/summary";
import { cellsOf, type Grid } from "../tasks/task";

/** A whole run as a file, and the SHA-256 of the weights that it was made with. */
export interface RunFile {
  readonly sha256: string;
  readonly record: RunRecord;
  /** The trajectory whose softmax is in the record, at every iteration. */
  readonly trajectory: number;
}

/**
 * A run as bytes: every number as the network gave it. A header in JSON, behind its length (4 bytes, little-endian), then
 * the columns of the frames, one after the other: [frames, rows, width], bytes as differences to the frame before, floats
 * split into planes of equal bytes; all of it deflated. Throws an Error for a nudged run, whose marks have no place in it.
 */
export async function writeRunFile({ sha256, record, trajectory }: RunFile): Promise<Uint8Array<ArrayBuffer>> {
  const { recipe, frames, basis, end, spent } = record;
  if (recipe.nudges > 0) throw new Error("A run with nudges cannot be written as a run file.");
  const header: Header = { format: FORMAT, sha256, recipe, frames: frames.length, trajectory, basis, end, spent };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const softmax = frames.map(({ k }) => record.beliefs.get(beliefKey(trajectory, k)));
  const columns = [
    ...FLOATS.map((name) => planesOf(joined(frames.map((frame) => bytesOf(frame[name]))))),
    ...BYTES.map((name) => differences(joined(frames.map((frame) => frame[name])), frames.length)),
    differences(joined(softmax.map((one) => one ?? new Uint8Array(softmaxSize(record.problem.grid)))), frames.length),
  ];
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length, true);
  return through(new CompressionStream("deflate-raw"), joined([length, text, ...columns]));
}

/** The run in a file. Throws an Error where the file is damaged or of another version. */
export async function readRunFile(bytes: Uint8Array<ArrayBuffer>): Promise<RunFile> {
  const plain = await through(new DecompressionStream("deflate-raw"), bytes).catch(() => {
    throw new Error("The run file is damaged: it cannot be decompressed.");
  });
  const size = plain.length < 4 ? 0 : new DataView(plain.buffer).getUint32(0, true);
  const header = headerOf(new TextDecoder().decode(plain.subarray(4, 4 + size)));
  const { recipe, frames: count, trajectory, basis, end, spent } = header;
  const record = createRecord(recipe as Recipe);
  const { grid } = record.problem;
  const take = cutter(plain.subarray(4 + size));
  const widths = widthsOf(grid);
  const floats = FLOATS.map((name) => {
    const width = recipe.breadth * widths[name];
    const all = new Float32Array(fromPlanes(take(4 * count * width)).buffer);
    return (i: number) => all.slice(i * width, (i + 1) * width);
  });
  const digits = BYTES.map((name) => {
    const width = recipe.breadth * widths[name];
    const all = summed(take(count * width), count);
    return (i: number) => all.slice(i * width, (i + 1) * width);
  });
  const softmax = summed(take(count * softmaxSize(grid)), count);
  for (let k = 0; k < count; k++) appendFrame(record, frameOf(k, floats, digits));
  for (let k = 0; k < count; k++) {
    const one: Beliefs["softmax"] = softmax.slice(k * softmaxSize(grid), (k + 1) * softmaxSize(grid));
    record.beliefs.set(beliefKey(trajectory, k), one);
  }
  Object.assign(record, { basis, end, spent });
  return { sha256: header.sha256, record, trajectory };
}

const FORMAT = "settle-run-1";
const FLOATS = ["residual", "q", "coords"] as const satisfies readonly (keyof Summary)[];
const BYTES = ["digits", "confidence"] as const satisfies readonly (keyof Summary)[];

const number = v.number();
const HeaderSchema = v.object({
  format: v.literal(FORMAT),
  sha256: v.string(),
  recipe: v.looseObject({
    puzzle: v.string(),
    model: v.string(),
    ...(Object.fromEntries(FIELD_NAMES.map((name) => [name, number])) as Record<
      (typeof FIELD_NAMES)[number],
      typeof number
    >),
  }),
  frames: v.pipe(number, v.integer(), v.minValue(1), v.maxValue(8192)),
  trajectory: number,
  basis: v.nullable(v.looseObject({ id: number, explained: v.tuple([number, number, number]) })),
  end: v.nullable(v.looseObject({ kind: v.string() })),
  spent: v.object({ iterations: number, flop: number, gpuMs: v.nullable(number) }),
});
interface Header extends Pick<RunRecord, "recipe" | "basis" | "end" | "spent">, Pick<RunFile, "sha256" | "trajectory"> {
  readonly format: typeof FORMAT;
  readonly frames: number;
}

function headerOf(text: string): Header {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error("The run file is damaged: its header cannot be read.");
  }
  const read = v.safeParse(HeaderSchema, json);
  if (!read.success) throw new Error("The run file is of another version of Settle.");
  return read.output as unknown as Header;
}

function frameOf(
  k: number,
  floats: readonly ((i: number) => Float32Array)[],
  bytes: readonly ((i: number) => Uint8Array)[],
): Frame {
  const [residual, q, coords] = floats.map((column) => column(k));
  const [digits, confidence] = bytes.map((column) => column(k));
  if (!residual || !q || !coords || !digits || !confidence) throw new Error("The run file lacks a column.");
  return { k, residual, q, coords, digits, confidence };
}

function softmaxSize(grid: Grid): number {
  return cellsOf(grid) * grid.values;
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Takes stretches off the front; throws where there are not enough bytes. */
function cutter(bytes: Uint8Array): (length: number) => Uint8Array {
  let at = 0;
  return (length) => {
    if (at + length > bytes.length) throw new Error("The run file is cut off.");
    at += length;
    return bytes.subarray(at - length, at);
  };
}

/** Each of so many equal stretches less the one before, modulo 256: what does not change becomes zeros. */
function differences(bytes: Uint8Array, stretches: number): Uint8Array {
  const width = bytes.length / stretches;
  return bytes.map((byte, i) => byte - (i < width ? 0 : (bytes[i - width] ?? 0)));
}

function summed(bytes: Uint8Array, stretches: number): Uint8Array {
  const width = bytes.length / stretches;
  const all = bytes.slice();
  for (let i = width; i < all.length; i++) all[i] = (all[i] ?? 0) + (all[i - width] ?? 0);
  return all;
}

/** First bytes of all floats, then second bytes, ...: like stands by like, and deflates better. */
function planesOf(bytes: Uint8Array): Uint8Array {
  const count = bytes.length / 4;
  return bytes.map((_, i) => bytes[(i % count) * 4 + Math.floor(i / count)] ?? 0);
}

function fromPlanes(planes: Uint8Array): Uint8Array {
  const count = planes.length / 4;
  return new Uint8Array(planes.length).map((_, i) => planes[(i % 4) * count + (i >> 2)] ?? 0);
}

async function through(
  transform: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer());
}
