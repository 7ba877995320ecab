import { counted, say } from "../../words/say";

/** How long something takes, as a person says it: "2 s", "about 3 minutes". */
export function spokenSeconds(seconds: number): string {
  if (seconds < 1) return say`less than a second`;
  if (seconds < 90) return say`about ${Math.round(seconds)} s`;
  if (seconds < 5400) return say`about ${Math.round(seconds / 60)} minutes`;
  return say`about ${Math.round(seconds / 3600)} hours`;
}

/** What an experiment costs on this device: "up to 2,300 iterations, about 12 s here". `rate` in iterations a second. */
export function spokenCost(iterations: number, rate: number | null): string {
  const count = say`up to ${counted(iterations)} iterations`;
  return rate === null ? count : say`${count}, ${spokenSeconds(iterations / rate)} here`;
}
