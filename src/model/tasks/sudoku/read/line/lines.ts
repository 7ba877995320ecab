import type { Line } from "./rows";

/** A line that is longer than this is passed over, so that a file without line ends does not fill the memory. */
export const LONGEST_LINE = 16_000_000;

/** Cuts chunks of text into lines, at any kind of line end, and counts them. */
export function createLines(onLine: (line: Line) => void, onLong: (number: number) => void) {
  let rest = "";
  let number = 0;
  let skipping = false;

  const take = (text: string): void => {
    number++;
    if (!skipping) onLine({ number, text });
    skipping = false;
  };
  return {
    push(chunk: string): void {
      const text = rest + chunk;
      // Whether a line feed follows this carriage return is seen with the next chunk.
      const whole = text.endsWith("\r") ? text.length - 1 : text.length;
      let start = 0;
      const ends = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;
      ends.lastIndex = rest.endsWith("\r") ? 0 : rest.length;
      for (let end = ends.exec(text); end && end.index < whole; end = ends.exec(text)) {
        take(text.slice(start, end.index));
        start = end.index + end[0].length;
      }
      rest = text.slice(start);
      if (rest.length > LONGEST_LINE) {
        if (!skipping) onLong(number + 1);
        skipping = true;
      }
      if (skipping) rest = rest.endsWith("\r") ? "\r" : "";
    },
    end(): void {
      if (rest.endsWith("\r")) rest = rest.slice(0, -1);
      if (rest !== "" || skipping) take(rest);
    },
  };
}
