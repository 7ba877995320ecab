/** What can fail, and what can be done about it: bare errors get a hint, ours are sentences that say it themselves. */
const HINTS = {
  load: {
    memory: "There was not enough memory for the model. Close other pages and reload this one.",
    other: (text: string) => `The model could not be loaded: ${text}. Reload the page.`,
  },
  run: {
    memory: "There was not enough memory for this run. Lower the breadth and start again.",
    other: (text: string) => `The run stopped: ${text}. Start it again; if that does not help, reload the page.`,
  },
  experiment: {
    memory: "There was not enough memory for this beside the run. Lower the breadth of the run and measure again.",
    other: (text: string) =>
      `The measurement stopped: ${text}. Start it again; if that does not help, reload the page.`,
  },
} as const;

/** An error in words for a person, with what can be done about it. */
export function describeFailure(during: keyof typeof HINTS, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const hint = HINTS[during];
  if (/out of memory|memory access|allocat|array buffer/i.test(text)) return `${hint.memory} (${text})`;
  return /[.!?]$/.test(text) ? text : hint.other(text);
}
