import { say } from "../words/say";
import { type NoticeStore, notify } from "./store/notices";

/** Says so on the page when an error of its own program was caught by nobody, with what a report of it needs. */
export function reportFaults(notices: NoticeStore): void {
  window.addEventListener("error", ({ error, message, filename }) => {
    if (isOurs(message, filename)) notify(notices, faultNotice(error ?? message));
  });
  window.addEventListener("unhandledrejection", ({ reason }) => {
    if (!(reason instanceof DOMException && reason.name === "AbortError")) notify(notices, faultNotice(reason));
  });
}

/** What the page says of an error, and its details. */
function faultNotice(error: unknown) {
  return {
    topic: "fault",
    tone: "error",
    text: say`Something went wrong (${nameOf(error).slice(0, 120)}). Your puzzle and settings are safe.`,
    copyable: { label: say`Copy details`, text: faultDetails(error) },
  } as const;
}

/** An error for a report: what and where in the program, in which browser. Nothing of the visitor's. */
export function faultDetails(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const lines = [nameOf(error), stack, navigator.userAgent, new Date().toISOString()];
  return lines.filter((line) => line !== "").join("\n");
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Extensions and other pages' scripts fail beside ours; browsers report a late ResizeObserver as an error. */
function isOurs(message: string, filename: string): boolean {
  return !message.startsWith("ResizeObserver loop") && (filename === "" || filename.startsWith(location.origin));
}
