/** A named array of a safetensors file; `data` is row-major. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/**
 * Reads a safetensors file: 8 bytes little-endian header length, a JSON header, then the raw data.
 * Only F32 is read: that is all our files hold. Throws an Error with a sentence on anything that is not such a file: its
 * arrays share no byte and hold only finite numbers, so they need no more memory than the file has bytes.
 * https://huggingface.co/docs/safetensors
 */
export function parseSafetensors(bytes: ArrayBuffer): Map<string, NamedTensor> {
  if (bytes.byteLength < 8) throw damaged(`it has only ${bytes.byteLength} bytes`);
  const headerLength = Number(new DataView(bytes).getBigUint64(0, true));
  const dataStart = 8 + headerLength;
  if (dataStart > bytes.byteLength) throw damaged("its header runs past the end of the file");
  const header = parseHeader(new Uint8Array(bytes, 8, headerLength));
  const entries = Object.entries(header)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, entry]) => readEntry(name, entry, bytes.byteLength - dataStart));
  refuseOverlaps(entries);
  // A copy of each: the header may leave the data at an address that is no multiple of 4.
  return new Map(
    entries.map(({ name, shape, from, to }) => {
      const data = new Float32Array(bytes.slice(dataStart + from, dataStart + to));
      if (!data.every(Number.isFinite)) throw damaged(`${quoted(name)} holds a number that is not finite`);
      return [name, { shape, data }];
    }),
  );
}

/** An array by the header: its bytes `from` (inclusive) to `to` (exclusive), counted from the start of the data. */
interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damaged("its header is not JSON");
  }
  if (!isObject(header)) throw damaged("its header is not an object");
  return header;
}

function readEntry(name: string, entry: unknown, dataLength: number): Entry {
  const what = quoted(name);
  if (!isObject(entry)) throw damaged(`the entry of ${what} is not an object`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== "string") throw damaged(`${what} has no proper dtype`);
  if (dtype !== "F32") throw damaged(`${what} is ${shortened(dtype)}, only F32 is read`);
  if (!isSizes(shape)) throw damaged(`${what} has no proper shape`);
  if (!isSizes(offsets) || offsets.length !== 2) throw damaged(`${what} has no proper data_offsets`);
  const [from = 0, to = 0] = offsets;
  const count = shape.reduce((a, b) => a * b, 1);
  if (to - from !== count * 4) throw damaged(`${what} has ${to - from} bytes where its shape needs ${count * 4}`);
  if (to > dataLength) throw damaged(`${what} runs past the end of the file`);
  return { name, shape, from, to };
}

function refuseOverlaps(entries: readonly Entry[]): void {
  const filled = entries.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  for (const [i, entry] of filled.entries()) {
    const before = filled[i - 1];
    if (before && entry.from < before.to) throw damaged(`${quoted(before.name)} and ${quoted(entry.name)} share bytes`);
  }
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A name as a sentence can hold it, whatever a file calls its arrays. */
function quoted(name: string): string {
  return JSON.stringify(shortened(name));
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function damaged(why: string): Error {
  return new Error(`The weights file is damaged or not a safetensors file: ${why}.`);
}
