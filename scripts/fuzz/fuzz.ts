/** One fuzz: `run` tries `count` generated inputs and throws at the first that breaks a promise. */
export interface Fuzz {
  readonly name: string;
  /** What is generated and what must hold, in a sentence. */
  readonly about: string;
  /** Inputs of a full run. */
  readonly count: number;
  /** Resolves with how the inputs ended, e.g. { read: 812, refused: 9188 }. */
  run(count: number, seed: number): Promise<Readonly<Record<string, number>>>;
}

/** Counts ends by name. */
export function createTally() {
  const counts: Record<string, number> = {};
  return {
    counts,
    add(end: string): void {
      counts[end] = (counts[end] ?? 0) + 1;
    },
  };
}

/** Throws unless a text is a sentence that a page can show: short, ended, free of what a program prints by mistake. */
export function mustBeSentence(text: string): void {
  const wrong =
    text.length > 600
      ? "is longer than 600 characters"
      : !/[.!?)]$/.test(text)
        ? "does not end like a sentence"
        : /\bundefined\b|\[object |is not a function|Cannot read|Maximum call stack/.test(text)
          ? "is an error of the program"
          : null;
  if (wrong) throw new Error(`The message ${wrong}: ${text.slice(0, 700)}`);
}
