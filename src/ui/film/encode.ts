import { say } from "../../words/say";
import type { ExportProgress } from "../export/progress";
import type { EncodedFilm, FilmPlan } from "./attempt";

/**
 * Encodes a film in the browser, with one codec after the other until one gives it whole; else the longest part that one
 * gave. Throws an Error with a sentence where none gives any, and an AbortError when it is not wanted any more.
 */
export async function encodeFilm(plan: FilmPlan, progress: ExportProgress): Promise<EncodedFilm> {
  const { codecsFor, filmIn } = await import("./attempt");
  const codecs = typeof VideoEncoder === "undefined" ? [] : await codecsFor(plan.canvas);
  let longest: EncodedFilm | null = null;
  let failure = "";
  for (const codec of codecs) {
    try {
      const film = await filmIn(codec, plan, progress);
      if (film.pictures >= plan.pictures) return film;
      if (!longest || film.pictures > longest.pictures) longest = film;
    } catch (error) {
      progress.signal.throwIfAborted();
      failure = error instanceof Error ? error.message : String(error);
    }
  }
  if (longest) return longest;
  const tried = codecs.length > 0 ? say` Tried ${codecs.join(", ")}; the last said: ${failure.slice(0, 150)}` : "";
  throw new Error(say`This browser cannot encode video here. Try a current Chrome, Edge, Firefox or Safari.${tried}`);
}
