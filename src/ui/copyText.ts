import { within } from "../model/timeLimit";

/** A permission prompt that nobody answers ends here. */
const PATIENCE_MS = 10_000;

/** Puts a text on the clipboard; false where the browser does not let this page (plain http, a frame, a policy). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await within(PATIENCE_MS, navigator.clipboard.writeText(text));
    return true;
  } catch {
    return false;
  }
}
