/** An error in words for a person, with what can be done about it. */
export function describeFailure(during: "load" | "run", error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/out of memory|memory access|allocat|array buffer/i.test(text))
    return during === "load"
      ? `There was not enough memory for the model. Close other pages and reload this one. (${text})`
      : `There was not enough memory for this run. Lower the breadth and start again. (${text})`;
  // Our own errors are sentences that say what to do; others get a hint.
  if (/[.!?]$/.test(text)) return text;
  return during === "load"
    ? `The model could not be loaded: ${text}. Reload the page.`
    : `The run stopped: ${text}. Start it again; if that does not help, reload the page.`;
}
