import { fromGzip, fromZip } from "./archive";
import { fromUtf32, utf32Of } from "./utf32";

/** What came of decoding, besides the text. */
export interface Decoded {
  readonly text: AsyncIterable<string>;
  /** Said of the file as a whole, each a sentence; complete once the first text has come. */
  readonly notes: string[];
}

/**
 * The text of a file's bytes, chunk by chunk: gzip and zip are unpacked; UTF-16 and UTF-32 are known by their byte
 * order marks or their zero bytes, and what is not UTF-8 is taken for Windows-1252. Throws an Error for files that hold no text.
 */
export function decode(bytes: AsyncIterable<Uint8Array>): Decoded {
  const notes: string[] = [];
  return { text: textOf(bytes, notes), notes };
}

/** Archives in archives are opened this deep; some are made to hold themselves. */
const MOST_LAYERS = 4;

async function* textOf(bytes: AsyncIterable<Uint8Array>, notes: string[], layer = 0): AsyncGenerator<string> {
  const [head, all] = await peek(bytes);
  const starts = (...signature: number[]): boolean => signature.every((byte, at) => head[at] === byte);
  const [gzip, zip] = [starts(0x1f, 0x8b), starts(0x50, 0x4b, 0x03, 0x04)];
  if ((gzip || zip) && layer === MOST_LAYERS)
    throw new Error(`The file is packed more than ${MOST_LAYERS} times over. ${UNPACK}`);
  if (gzip) {
    yield* textOf(fromGzip(all), notes, layer + 1);
    return;
  }
  if (zip) {
    for await (const file of fromZip(all)) {
      yield* textOf(file, notes, layer + 1);
      yield "\n";
    }
    return;
  }
  for (const [signature, name] of BINARY)
    if (starts(...signature)) throw new Error(`This is ${name}, not a text. ${UNPACK}`);
  const wide = utf32Of(head);
  if (wide !== null) {
    yield* fromUtf32(all, wide);
    return;
  }
  const { encoding, note } = encodingOf(head);
  if (note) notes.push(note);
  const decoder = new TextDecoder(encoding);
  for await (const chunk of all) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const last = decoder.decode();
  if (last !== "") yield last;
}

const UNPACK = "Export the puzzles as text or CSV and read that file.";

const BINARY: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x89, 0x50, 0x4e, 0x47], "a PNG picture"],
  [[0xff, 0xd8, 0xff], "a JPEG picture"],
  [[0x47, 0x49, 0x46, 0x38], "a GIF picture"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Office file"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file"],
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], "a NumPy file"],
  [[0x28, 0xb5, 0x2f, 0xfd], "a file packed with Zstandard"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "a file packed with xz"],
  [[0x42, 0x5a, 0x68], "a file packed with bzip2"],
  [[0x37, 0x7a, 0xbc, 0xaf], "a 7z archive"],
];

function encodingOf(head: Uint8Array): { readonly encoding: string; readonly note?: string } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le" };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be" };
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 4;
  if (odd > many && even === 0)
    return { encoding: "utf-16le", note: "Read as UTF-16 (little-endian), by its zero bytes." };
  if (even > many && odd === 0)
    return { encoding: "utf-16be", note: "Read as UTF-16 (big-endian), by its zero bytes." };
  if (isUtf8(head)) return { encoding: "utf-8" };
  return { encoding: "windows-1252", note: "The text is not UTF-8; it was read as Windows-1252." };
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The first bytes, and all of them. */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<[Uint8Array, AsyncIterable<Uint8Array>]> {
  const iterator = bytes[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let done = false;
  while (head.length < 4096 && !done) {
    const next = await iterator.next();
    done = next.done === true;
    if (!next.done) {
      const longer = new Uint8Array(head.length + next.value.length);
      longer.set(head);
      longer.set(next.value, head.length);
      head = longer;
    }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield head;
      for (let next = done ? null : await iterator.next(); next && !next.done; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return [head, all()];
}

/** The chunks of a stream, which is cancelled where no more of them are wanted. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
