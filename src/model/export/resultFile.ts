import type { ExperimentKind, RequestOf, ResultOf } from "../experiments/requests";

/** The experiments of which a result is shipped: of the puzzle that the page opens with, or of the shipped sample of puzzles. */
export const SHIPPED = [
  "basinMap",
  "landscape",
  "pathIndependence",
  "bifurcation",
  "noiseFloor",
  "basinRadius",
  "kick",
  "stability",
  "divergence",
  "sample",
  "evaluate",
] as const satisfies readonly ExperimentKind[];

export type ShippedKind = (typeof SHIPPED)[number];

/** What an experiment measured, as a file that the page ships. */
export interface ResultFile<K extends ExperimentKind> {
  /** Of the weights that it was measured with. */
  readonly sha256: string;
  readonly request: RequestOf<K>;
  readonly result: ResultOf<K>;
}

/** A result as JSON: typed arrays are base64 under their name, numbers that JSON has no word for are strings under "number". */
export function writeResult<K extends ExperimentKind>(file: ResultFile<K>): string {
  return JSON.stringify(file, (_, value: unknown) => {
    if (typeof value === "number" && !Number.isFinite(value)) return { [NUMBER]: String(value) };
    for (const [name, Type] of Object.entries(ARRAYS))
      if (value instanceof Type)
        return { [name]: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    return value;
  });
}

/** The result in a file of this kind. Throws an Error where the text is none. */
export function readResult<K extends ExperimentKind>(text: string, kind: K): ResultFile<K> {
  const file = JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    const [[name, content] = [], more] = Object.entries(value);
    if (more || typeof content !== "string") return value;
    if (name === NUMBER) return Number(content);
    const Type = ARRAYS[name as keyof typeof ARRAYS];
    return Type ? new Type(fromBase64(content)) : value;
  }) as ResultFile<K>;
  if (file.request?.kind !== kind) throw new Error(`The file holds no result of the experiment "${kind}".`);
  return file;
}

const NUMBER = "number";
const ARRAYS = { Uint8Array, Uint16Array, Int16Array, Int32Array, Float32Array, Float64Array };

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
}
