import {
  BufferTarget,
  CanvasSource,
  CustomVideoEncoder,
  EncodedPacket,
  getEncodableVideoCodecs,
  Mp4OutputFormat,
  Output,
  Quality,
  registerEncoder,
  type VideoCodec,
  type VideoSample,
  WebMOutputFormat,
} from "mediabunny";
import { within } from "../../model/timeLimit";
import { say } from "../../words/say";
import type { ExportProgress } from "../export/progress";

export interface EncodedFilm {
  readonly blob: Blob;
  readonly extension: "webm" | "mp4";
  /** Pictures in it: fewer than planned where the encoder stopped in the middle. */
  readonly pictures: number;
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

const QUALITY = new Quality("high");
const WEBM: readonly VideoCodec[] = ["vp9", "vp8", "av1"];
const MP4: readonly VideoCodec[] = ["avc", "hevc"];

/** The codecs that the browser says it can encode pictures of this size with, the best container's first. */
export async function codecsFor({ width, height }: FilmPlan["canvas"]): Promise<VideoCodec[]> {
  encoding = false;
  return getEncodableVideoCodecs([...WEBM, ...MP4], { width, height, quality: QUALITY });
}

/**
 * A film in one codec. Where the encoder stops in the middle, the film is what it had encoded by then and `pictures` is
 * fewer than planned. Throws where there is no film at all, and an AbortError when it is not wanted any more.
 */
export async function filmIn(
  codec: VideoCodec,
  { canvas, pictures, draw, rate, title, comment }: FilmPlan,
  { onProgress, signal }: ExportProgress,
): Promise<EncodedFilm> {
  encoding = true;
  registerEncoder(SalvagingEncoder);
  const target = new BufferTarget();
  const webm = WEBM.includes(codec);
  const format = webm ? new WebMOutputFormat() : new Mp4OutputFormat();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY });
  output.addVideoTrack(source, { frameRate: rate });
  output.setMetadataTags({ title, comment });
  try {
    Object.assign(SalvagingEncoder, { packets: 0, failure: null });
    await output.start();
    for (let i = 0; i < pictures; i++) {
      signal.throwIfAborted();
      draw(i);
      await source.add(i / rate, 1 / rate);
      if (SalvagingEncoder.failure !== null) break;
      onProgress(i + 1, pictures);
      // The page stays alive in between.
      await new Promise((resolve) => setTimeout(resolve));
    }
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => {});
    throw error;
  } finally {
    encoding = false;
  }
  const { packets, failure } = SalvagingEncoder;
  if (!target.buffer || packets === 0) throw failure ?? new Error(say`The browser's encoder gave no film.`);
  const blob = new Blob([target.buffer], { type: format.mimeType });
  return { blob, extension: webm ? "webm" : "mp4", pictures: packets };
}

/** Registered once and for good, the encoder below answers only while a film is made. */
let encoding = false;

/** A flush that never ends is given up. */
const FLUSH_MS = 20_000;

/**
 * The browser's own encoder; when it fails in the middle, what it has given so far can still become a file. It only notes
 * the failure: one that it threw would make the file impossible to end.
 */
class SalvagingEncoder extends CustomVideoEncoder {
  /** Pictures encoded so far of the film in the making. */
  static packets = 0;
  static failure: unknown = null;
  private encoder: VideoEncoder | null = null;

  static override supports(): boolean {
    return encoding;
  }

  async init(): Promise<void> {
    this.encoder = new VideoEncoder({
      output: (chunk, meta) => {
        SalvagingEncoder.packets++;
        this.onPacket(EncodedPacket.fromEncodedChunk(chunk), meta);
      },
      error: (error) => {
        SalvagingEncoder.failure = error;
      },
    });
    this.encoder.configure(this.config);
  }

  async encode(sample: VideoSample, options: VideoEncoderEncodeOptions): Promise<void> {
    const { encoder } = this;
    if (SalvagingEncoder.failure !== null || !encoder) return;
    const frame = sample.toVideoFrame();
    try {
      encoder.encode(frame, options);
    } catch (error) {
      SalvagingEncoder.failure = error;
    } finally {
      frame.close();
    }
    while (encoder.encodeQueueSize >= 4 && SalvagingEncoder.failure === null) await soonAfter(encoder);
  }

  async flush(): Promise<void> {
    const { encoder } = this;
    if (encoder?.state !== "configured") return;
    // What it fails to give at the end is missing from the film, no more.
    await within(FLUSH_MS, encoder.flush()).catch(() => {});
  }

  close(): void {
    if (this.encoder && this.encoder.state !== "closed") this.encoder.close();
    this.encoder = null;
  }
}

/** Resolves with the encoder's next step, or after a moment: one that has failed takes no more steps. */
function soonAfter(encoder: VideoEncoder): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 200);
    encoder.addEventListener("dequeue", () => resolve(), { once: true });
  });
}
