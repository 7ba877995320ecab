/** A named array of a safetensors file; `data` is row-major. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/**
 * Reads a safetensors file: 8 bytes little-endian header length, a JSON header, then the raw data.
 * Only F32 is read: that is all our files hold. Throws an Error in plain words on anything that is not such a file.
 * https://huggingface.co/docs/safetensors
 */
export function parseSafetensors(bytes: ArrayBuffer): Map<string, NamedTensor> {
  if (bytes.byteLength < 8) throw damaged(`it has only ${bytes.byteLength} bytes`);
  const headerLength = Number(new DataView(bytes).getBigUint64(0, true));
  const dataStart = 8 + headerLength;
  if (dataStart > bytes.byteLength) throw damaged("its header runs past the end of the file");
  const header = parseHeader(new Uint8Array(bytes, 8, headerLength));
  const tensors = new Map<string, NamedTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    tensors.set(name, readTensor(name, entry, bytes, dataStart));
  }
  return tensors;
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

function readTensor(name: string, entry: unknown, bytes: ArrayBuffer, dataStart: number): NamedTensor {
  if (!isObject(entry)) throw damaged(`the entry of "${name}" is not an object`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (dtype !== "F32") throw damaged(`"${name}" is ${String(dtype)}, only F32 is read`);
  if (!isSizes(shape)) throw damaged(`"${name}" has no proper shape`);
  if (!isSizes(offsets) || offsets.length !== 2) throw damaged(`"${name}" has no proper data_offsets`);
  const [from = 0, to = 0] = offsets;
  const count = shape.reduce((a, b) => a * b, 1);
  if (to - from !== count * 4) throw damaged(`"${name}" has ${to - from} bytes where its shape needs ${count * 4}`);
  if (dataStart + to > bytes.byteLength) throw damaged(`"${name}" runs past the end of the file`);
  // A copy: the header may leave the data at an address that is no multiple of 4.
  return { shape, data: new Float32Array(bytes.slice(dataStart + from, dataStart + to)) };
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function damaged(why: string): Error {
  return new Error(`The weights file is damaged or not a safetensors file: ${why}.`);
}
