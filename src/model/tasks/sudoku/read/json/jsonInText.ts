import type { Line } from "../line/rows";
import type { Output } from "../output";
import type { Row } from "../row/row";
import { FULL, isFull } from "../solved";
import { readJson } from "./json";
import { createJson } from "./jsonLines";

/** JSON among the lines of a text. Lines that are no JSON after all are read again. */
export function createJsonInText(output: Output, readAgain: (line: Line) => void) {
  let json: ReturnType<typeof createJson> | null = null;
  /** The line on which the JSON began, where something stood before it. */
  let assigned: Line | null = null;

  function feed(line: Line): void {
    const fed = json?.feed(line.number, line.text);
    if (!fed || fed.kind === "more") return;
    if (fed.kind !== "values" || fed.over) json = null;
    if (fed.kind === "large") output.malformed({ line: fed.line, offset: 0, why: LARGE_JSON }, "");
    else if (fed.kind === "none")
      for (const { number, text } of fed.lines) readAgain(assigned?.number === number ? assigned : { number, text });
    else for (const { line: number, value } of fed.values) takeJson(value, { number, text: line.text });
  }

  function takeJson(value: unknown, line: Line): void {
    // In a list of texts a full grid is the solution of another, or nothing to solve.
    const rows = readJson(value, line.number).map((row): Row => {
      const isSolved = typeof value === "string" && row.ok && isFull(row.puzzle);
      return isSolved ? { ok: false, fault: { line: line.number, offset: 0, why: FULL } } : row;
    });
    // A bare number or word is no value of JSON that anybody wrote as a puzzle.
    if (rows.length === 0)
      output.malformed({ line: line.number, offset: 0, why: "This JSON value holds no puzzle." }, "");
    for (const row of rows)
      output.take(row, line, typeof value === "object" && !Array.isArray(value) ? "json" : "line");
  }

  return {
    isOpen: (): boolean => json !== null,
    /** Begins a value; `before` is what stands before it on its line. */
    begin(line: Line, before: string, shown: string): void {
      json = createJson();
      assigned = before === "" ? null : line;
      feed({ number: line.number, text: shown.slice(before.length) });
    },
    add: feed,
    /** Hands back the lines of a value that the text ended in. */
    end(): readonly Line[] {
      const lines = json?.rest() ?? [];
      json = null;
      return lines;
    },
  };
}

const LARGE_JSON = "This JSON value has more than 16 million characters. Write JSON lines: one object per line.";
