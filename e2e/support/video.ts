import type { Page } from "@playwright/test";

/** Size and duration of a WebM film, as the page's browser plays it. Rejects where it cannot. */
export function playedBy(page: Page, film: Buffer): Promise<{ width: number; height: number; seconds: number }> {
  return page.evaluate(async (base64) => {
    const video = document.createElement("video");
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    video.src = URL.createObjectURL(new Blob([bytes], { type: "video/webm" }));
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => reject(new Error(video.error?.message));
    });
    return { width: video.videoWidth, height: video.videoHeight, seconds: video.duration };
  }, film.toString("base64"));
}
