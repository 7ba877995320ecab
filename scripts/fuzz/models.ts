import * as fc from "fast-check";
import { type Fetch, sha256 } from "../../src/model/eqr/model/loadFiles";
import { loadModel } from "../../src/model/maps/loadModel";
import { fileFetch, WEIGHTS_URL } from "../tools/fileFetch";
import { createTally, type Fuzz, mustBeSentence } from "./fuzz";

/** Damaged weights and cards, made from the shipped ones. */
export const models: Fuzz = {
  name: "models",
  about: "A damaged model is refused with a sentence or read whole, in no more memory than its file has bytes.",
  count: 10_000,
  async run(count, seed) {
    const tally = createTally();
    const shipped = await readShipped();
    await fc.assert(
      fc.asyncProperty(fc.array(damages, { minLength: 1, maxLength: 3 }), fc.boolean(), async (list, renamed) => {
        tally.add(await tryDamaged(shipped, list, renamed));
      }),
      { numRuns: count, seed },
    );
    return tally.counts;
  },
};

interface Shipped {
  readonly card: string;
  readonly header: string;
  readonly data: Uint8Array;
}

/** What is served: the text of the card, and the weights as a header of some claimed length with data behind it. */
interface Served {
  card: string;
  header: string;
  headerLength: bigint | null;
  data: Uint8Array;
  /** Bytes left of the whole weights file. */
  keep: number;
}

type Damage = (served: Served) => void;

async function readShipped(): Promise<Shipped> {
  const card = await (await fileFetch(`${WEIGHTS_URL}relational.json`)).text();
  const bytes = new Uint8Array(await (await fileFetch(`${WEIGHTS_URL}relational.safetensors`)).arrayBuffer());
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  return { card, header: new TextDecoder().decode(bytes.subarray(8, 8 + length)), data: bytes.subarray(8 + length) };
}

const TEN_GB = 10 * 2 ** 30;
const sizes = fc.oneof(
  fc.constantFrom(0, 1, 4, 32, 64, 1024, TEN_GB, 2 ** 53, -1, 0.5, 1e300),
  fc.integer({ min: -10, max: 200_000 }),
);
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, "", [], {}, { toString: 1 }, nested(20_000)),
  fc.string({ maxLength: 5000 }),
  sizes,
);

const headerDamages = fc.oneof<fc.Arbitrary<(header: Record<string, unknown>) => void>[]>(
  field("data_offsets", fc.tuple(sizes, sizes)),
  field("data_offsets", fc.constantFrom([0, 4096], [0, 125_000], [128, 0])),
  field("shape", fc.array(sizes, { maxLength: 5 })),
  field("shape", fc.constantFrom([TEN_GB / 4], [65_536, 65_536, 65_536, 65_536], [0], [0, 2 ** 53])),
  field("dtype", fc.oneof(fc.constantFrom<unknown>("F16", "BF16", "I64", "f32"), anything)),
  field("extra", anything),
  fc.tuple(fc.nat(40), anything).map(([at, value]) => (header) => {
    header[pick(Object.keys(header), at)] = value;
  }),
  fc.nat(40).map((at) => (header) => {
    delete header[pick(Object.keys(header), at)];
  }),
  fc.tuple(fc.string(), fc.nat(40)).map(([name, at]) => (header) => {
    Object.defineProperty(header, name, { value: header[pick(Object.keys(header), at)], enumerable: true });
  }),
);

const damages: fc.Arbitrary<Damage> = fc.oneof<fc.Arbitrary<Damage>[]>(
  fc.nat(130_000).map((keep) => (served) => {
    served.keep = keep;
  }),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((length) => (served) => {
    served.headerLength = length;
  }),
  fc.constantFrom(0n, 1n, 7n, 125_740n, BigInt(TEN_GB)).map((length) => (served) => {
    served.headerLength = length;
  }),
  fc
    .array(fc.tuple(fc.nat(31_000), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e38, 0)), { minLength: 1 })
    .map((list) => (served) => {
      const data = served.data.slice();
      for (const [at, value] of list) new DataView(data.buffer).setFloat32(4 * at, value, true);
      served.data = data;
    }),
  headerDamages.map((change) => (served) => {
    served.header = changedJson(served.header, change);
  }),
  fc.tuple(fc.nat(3000), fc.string({ maxLength: 20 })).map(([at, text]) => (served) => {
    served.header = served.header.slice(0, at) + text + served.header.slice(at + text.length);
  }),
  fc.tuple(fc.nat(200), anything).map(([at, value]) => (served) => {
    served.card = changedJson(served.card, (card) => changeLeaf(card, at, value));
  }),
  fc.tuple(fc.nat(3000), fc.constantFrom("1e999", "-", "{", "}", '"', "\\u0000", "")).map(([at, text]) => (served) => {
    served.card = served.card.slice(0, at) + text + served.card.slice(at + 1);
  }),
  fc.constantFrom("d", "blocks", "bytes", "parameters", "flopsPerIteration").chain((name) =>
    fc.oneof(fc.constantFrom("1e999", "1e15", "-4", "0", "2.5", "null", String(TEN_GB)), fc.json()).map(
      (value): Damage =>
        (served) => {
          served.card = served.card.replace(new RegExp(`("${name}": )[^,\\n}]+`), (_, head: string) => head + value);
        },
    ),
  ),
);

async function tryDamaged(shipped: Shipped, list: readonly Damage[], renamed: boolean): Promise<string> {
  const served: Served = { ...shipped, headerLength: null, keep: Number.POSITIVE_INFINITY };
  for (const damage of list) damage(served);
  const weights = fileOf(served);
  // Half of the cards fit their file, so that it is read and not only refused by its hash.
  const card = renamed ? await fitted(served.card, weights) : served.card;
  let sent = 0;
  const fetch: Fetch = async (url) => {
    if (url.endsWith(".json")) return new Response(card);
    return new Response(streamOf(weights, (bytes) => (sent += bytes)));
  };
  try {
    const { model } = await loadModel("w", "fuzzed", fetch);
    const held = [...model.tensors.values()].reduce((sum, { data }) => sum + data.byteLength, 0);
    if (held > weights.byteLength) throw new Broken(`${held} bytes are held of a file of ${weights.byteLength}`);
    return "read whole";
  } catch (error) {
    if (error instanceof Broken || !(error instanceof Error)) throw error;
    mustBeSentence(error.message);
    const claimed = Number(/"bytes": (\d+)/.exec(card)?.[1] ?? Number.POSITIVE_INFINITY);
    if (sent > claimed + 2 * CHUNK) throw new Broken(`${sent} bytes were read where the card claims ${claimed}`);
    return `refused: ${error.message.replace(/"(?:[^"\\]|\\.)*"|\d+|\[.*?\]/g, "_").slice(0, 70)}`;
  }
}

class Broken extends Error {}

const CHUNK = 16_384;

function fileOf({ header, headerLength, data, keep }: Served): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, headerLength ?? BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes.slice(0, Math.min(bytes.length, keep));
}

async function fitted(card: string, weights: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = (await sha256(weights.buffer)) ?? "";
  return card
    .replace(/("sha256": )"[^"]*"/, (_, head: string) => `${head}"${hash}"`)
    .replace(/("bytes": )\d+(?=[,\s])/, (_, head: string) => head + weights.byteLength);
}

function streamOf(
  bytes: Uint8Array<ArrayBuffer>,
  onSent: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const chunk = bytes.subarray(at, at + CHUNK);
      at += CHUNK;
      if (chunk.length === 0) return controller.close();
      onSent(chunk.length);
      controller.enqueue(chunk);
    },
  });
}

function field(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<(header: Record<string, unknown>) => void> {
  return fc.tuple(fc.nat(40), value).map(([at, given]) => (header) => {
    const entry = header[pick(Object.keys(header), at)];
    if (typeof entry === "object" && entry !== null) Object.assign(entry, { [name]: given });
  });
}

function pick(list: readonly string[], at: number): string {
  return list[at % Math.max(1, list.length)] ?? "none";
}

/** JSON with one change; text that is no JSON any more stays as it is. */
function changedJson(text: string, change: (value: Record<string, unknown>) => void): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return text;
    change(value as Record<string, unknown>);
    return JSON.stringify(value, null, 2);
  } catch {
    return text;
  }
}

/** Puts `value` in the place of one of the fields, however deep. */
function changeLeaf(value: Record<string, unknown>, at: number, leaf: unknown): void {
  const keys = Object.keys(value);
  const key = pick(keys, at);
  const inner = value[key];
  if (typeof inner === "object" && inner !== null && at >= keys.length)
    changeLeaf(inner as Record<string, unknown>, Math.floor(at / keys.length), leaf);
  else value[key] = leaf;
}

function nested(depth: number): unknown {
  return JSON.parse("[".repeat(depth) + "]".repeat(depth));
}
