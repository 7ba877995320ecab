/** The unpacked bytes of a gzip file, chunk by chunk, also where it has several parts. Rejects with an Error in words. */
export async function* fromGzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Gunzip } = await import("fflate");
  let out: Uint8Array[] = [];
  let ended = false;
  const gunzip = new Gunzip((chunk, final) => {
    if (chunk.length > 0) out.push(chunk);
    ended = final;
  });
  let any = false;
  for await (const chunk of bytes) {
    const before = out.length;
    try {
      gunzip.push(chunk);
    } catch {
      // Tapes and disks fill up the end of a file with zeros.
      if (!(any || out.length > before) || chunk.subarray(-16).some((byte) => byte !== 0))
        throw new Error(DAMAGED_GZIP);
      yield* out;
      return;
    }
    any ||= out.length > 0;
    yield* out;
    out = [];
  }
  push(() => gunzip.push(new Uint8Array(0), true), DAMAGED_GZIP);
  if (!ended) throw new Error(DAMAGED_GZIP);
  yield* out;
}

/**
 * The files of a zip archive one after the other, each as its unpacked bytes; folders and what systems add are left out.
 * Rejects with an Error in words, also for documents that are kept in such an archive.
 */
export async function* fromZip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const { Unzip, UnzipInflate } = await import("fflate");
  let done: Uint8Array[][] = [];
  let fault: string | null = null;
  let files = 0;
  const unzip = new Unzip((file) => {
    const name = file.name.replaceAll("\\", "/");
    const document = DOCUMENTS.find(([pattern]) => pattern.test(name))?.[1];
    if (document) fault = `This is ${document}, not a text. Export the puzzles as text or CSV and read that file.`;
    if (fault !== null || /\/$|(^|\/)(\.|__MACOSX\/)/.test(name) || PICTURES.test(name)) return;
    if (++files > MOST_FILES)
      fault = `The zip archive has more than ${MOST_FILES} files. Unpack it and read the file you want.`;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error) fault = DAMAGED_ZIP;
      size += chunk?.length ?? 0;
      if (size > MOST_BYTES) {
        fault = `"${name.slice(-60)}" in the zip archive is larger than ${MOST_BYTES / 2 ** 20} MiB. Unpack it and read it by itself.`;
        file.terminate();
      }
      if (fault !== null) return;
      chunks.push(chunk);
      if (final) done.push(chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let any = false;
  const take = function* (): Generator<AsyncIterable<Uint8Array>> {
    if (fault !== null) throw new Error(fault);
    const files = done;
    done = [];
    for (const chunks of files) {
      any = true;
      yield each(chunks);
    }
  };
  // Piece by piece: of an archive that is a bomb no more is unpacked than is looked at.
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += PIECE) {
      push(() => unzip.push(chunk.subarray(at, at + PIECE)), DAMAGED_ZIP);
      yield* take();
    }
  push(() => unzip.push(new Uint8Array(0), true), DAMAGED_ZIP);
  yield* take();
  if (!any) throw new Error("The zip archive holds no text.");
}

const DAMAGED_GZIP = "The file is packed with gzip and is damaged or cut off. Fetch it again.";
const DAMAGED_ZIP = "The zip archive is damaged, cut off or encrypted. Unpack it and read the file that is in it.";
const MOST_FILES = 200;
const MOST_BYTES = 64 * 2 ** 20;
const PIECE = 2 ** 14;

const PICTURES = /\.(png|jpe?g|gif|webp|svg|pdf|ico|ttf|woff2?|mp4|exe|dll|so|class|pyc|md|html?)$/i;

/** Names inside of documents that are zip archives. */
const DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/^xl\//, "an Excel workbook (.xlsx)"],
  [/^word\//, "a Word document (.docx)"],
  [/^(content\.xml|META-INF\/manifest\.xml)$/, "an OpenDocument file, such as .ods"],
  [/\.npy$/, "an archive of NumPy arrays (.npz)"],
  [/^Index\/.*\.iwa$/, "a Numbers or Pages document"],
];

function push(act: () => void, why: string): void {
  try {
    act();
  } catch {
    throw new Error(why);
  }
}

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
