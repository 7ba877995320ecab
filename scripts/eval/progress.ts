const EVERY_MS = 2000;

/** A line on stderr that says how far the evaluation is: rewritten in place on a terminal, else now and then a new one. */
export function createProgress(puzzles: number) {
  const began = performance.now();
  let done = 0;
  let last = 0;

  function line(solved: number): string {
    const elapsed = (performance.now() - began) / 1000;
    const left = Math.round((elapsed / done) * (puzzles - done));
    return `${done}/${puzzles} puzzles, ${solved} solved, ${Math.round(elapsed)} s, about ${left} s left`;
  }

  return {
    /** One more puzzle is answered. */
    report(solved: number): void {
      done++;
      const now = performance.now();
      if (now - last < EVERY_MS && done < puzzles) return;
      last = now;
      process.stderr.write(process.stderr.isTTY ? `\r${line(solved)}   ` : `${line(solved)}\n`);
    },
    end(): void {
      if (process.stderr.isTTY) process.stderr.write("\n");
    },
  };
}
