import type { ExportProgress } from "../export/progress";

export interface EncodedFilm {
  readonly blob: Blob;
  readonly extension: "webm" | "mp4";
}

export interface FilmPlan {
  readonly canvas: HTMLCanvasElement;
  /** Number of pictures, and what draws the i-th into the canvas. */
  readonly pictures: number;
  readonly draw: (picture: number) => void;
  /** Pictures a second. */
  readonly rate: number;
  readonly title: string;
  /** Kept in the file's comment. */
  readonly comment: string;
}

/**
 * Encodes a film in the browser: WebM where it has an encoder for that, else MP4. Throws an Error in words where it has
 * neither, and an AbortError when it is not wanted any more.
 */
export async function encodeFilm(plan: FilmPlan, { onProgress, signal }: ExportProgress): Promise<EncodedFilm> {
  const media = await import("mediabunny");
  const { canvas, pictures, draw, rate, title, comment } = plan;
  const quality = new media.Quality("high");
  const asked = { width: canvas.width, height: canvas.height, quality };
  const webm = await media.getFirstEncodableVideoCodec(["vp9", "vp8", "av1"], asked);
  const codec = webm ?? (await media.getFirstEncodableVideoCodec(["avc", "hevc"], asked));
  if (!codec) throw new Error("This browser cannot encode video. Try a current Chrome, Edge, Firefox or Safari.");
  const target = new media.BufferTarget();
  const format = webm ? new media.WebMOutputFormat() : new media.Mp4OutputFormat();
  const output = new media.Output({ format, target });
  const source = new media.CanvasSource(canvas, { codec, quality });
  output.addVideoTrack(source, { frameRate: rate });
  output.setMetadataTags({ title, comment });
  try {
    await output.start();
    for (let i = 0; i < pictures; i++) {
      signal.throwIfAborted();
      draw(i);
      await source.add(i / rate, 1 / rate);
      onProgress(i + 1, pictures);
      // The page stays alive in between.
      await new Promise((resolve) => setTimeout(resolve));
    }
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => {});
    throw error;
  }
  if (!target.buffer) throw new Error("The browser's encoder gave no film. Try again, or another browser.");
  return { blob: new Blob([target.buffer], { type: format.mimeType }), extension: webm ? "webm" : "mp4" };
}
