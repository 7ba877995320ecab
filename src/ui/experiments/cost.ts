/** How long something takes, as a person says it: "2 s", "about 3 minutes". */
export function spokenSeconds(seconds: number): string {
  if (seconds < 1) return "less than a second";
  if (seconds < 90) return `about ${Math.round(seconds)} s`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} minutes`;
  return `about ${Math.round(seconds / 3600)} hours`;
}

/** What an experiment costs on this device: "up to 2,300 iterations, about 12 s here". `rate` in iterations a second. */
export function spokenCost(iterations: number, rate: number | null): string {
  const count = `up to ${iterations.toLocaleString("en")} iterations`;
  return rate === null ? count : `${count}, ${spokenSeconds(iterations / rate)} here`;
}
