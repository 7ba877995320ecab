import type { Reached, Until } from "./course";

/** Reads "ended", "iteration 20", "settled 3", "settled on B" or "view basins"; null for anything else. */
export function readUntil(value: string): Until | null {
  const [, view] = /^view ([a-z-]{1,24})$/.exec(value) ?? [];
  return view ? { kind: "view", view } : readReached(value);
}

/** The same for a state of a run. */
export function readReached(value: string): Reached | null {
  if (value === "ended") return { kind: "ended" };
  const [, letter] = /^settled on ([A-Z]{1,2})$/.exec(value) ?? [];
  if (letter) return { kind: "settledOn", letter };
  const [, word, digits] = /^(iteration|settled) (\d{1,6})$/.exec(value) ?? [];
  const number = Number(digits);
  if (!word || number < 1) return null;
  return word === "iteration" ? { kind: "iteration", k: number } : { kind: "settled", count: number };
}

export function writeUntil(until: Until): string {
  switch (until.kind) {
    case "ended":
      return "ended";
    case "iteration":
      return `iteration ${until.k}`;
    case "settled":
      return `settled ${until.count}`;
    case "settledOn":
      return `settled on ${until.letter}`;
    case "view":
      return `view ${until.view}`;
  }
}
