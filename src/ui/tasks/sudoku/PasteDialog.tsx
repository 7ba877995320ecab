import { useMemo, useState } from "react";
import { Button, FileTrigger, Label, Text, TextArea, TextField } from "react-aria-components";
import { clueCount } from "../../../model/tasks/sudoku/grid";
import { chunksOf } from "../../../model/tasks/sudoku/read/bytes/bytes";
import { puzzleAt, readFile, readPasted } from "../../../model/tasks/sudoku/read/parse";
import type { Reading, ReadPuzzle } from "../../../model/tasks/sudoku/read/reading";
import { fromModel, say } from "../../../words/say";
import { useApp } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { Shell } from "../../dialogs/Shell";
import { clues } from "./solver/describe";

/** A place to put text with a puzzle in it. Says at once what it would take, and what is wrong. */
export function PasteDialog() {
  return (
    <Shell name="paste" title={say`Paste a puzzle`}>
      <PasteForm />
    </Shell>
  );
}

/** A file that was opened, and what it holds. */
interface Opened {
  readonly name: string;
  readonly reading: Reading | string;
}

const FILES = [
  "text/plain",
  "text/csv",
  ".txt",
  ".csv",
  ".tsv",
  ".sdk",
  ".sdm",
  ".ss",
  ".xml",
  ".opensudoku",
  ".json",
  ".jsonl",
  ".gz",
  ".zip",
];

function PasteForm() {
  const { edit, page, share } = useApp();
  const [text, setText] = useState("");
  const [opened, setOpened] = useState<Opened | null>(null);
  const [index, setIndex] = useState(0);
  const pasted = useMemo(() => (text.trim() === "" ? null : readPasted(text)), [text]);
  const reading = opened?.reading ?? pasted;
  const result = reading === null ? null : puzzleAt(reading, index);
  const puzzles = reading === null || typeof reading === "string" ? [] : reading.puzzles;
  const write = (next: string): void => {
    setText(next);
    setOpened(null);
    setIndex(0);
  };
  const open = async (file: File): Promise<void> => {
    if (await share.openFile(file)) return page.setState({ dialog: null });
    const reading = await readFile(chunksOf(file.stream()));
    setOpened({ name: file.name, reading });
    setIndex(0);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (result && edit.take(result, opened?.name).ok) page.setState({ dialog: null });
      }}
    >
      <TextField value={text} onChange={write} className="text-field" isInvalid={result?.ok === false} autoFocus>
        <Label>{say`Puzzle as text`}</Label>
        <TextArea
          rows={9}
          className="text-area"
          spellCheck={false}
          placeholder={say`53..7....6..195....98....6. …
or nine lines
or a link`}
        />
        <Text
          slot="description"
          className="fine"
        >{say`81 characters with . or 0 for blanks, a grid of nine lines, a table, JSON, or a link of SudokuWiki, SudokuPad or f-puzzles. You can also paste anywhere on the page, or drop a file on it.`}</Text>
      </TextField>
      {puzzles.length > 1 && (
        <Choice
          label={say`${puzzles.length} puzzles`}
          options={puzzles.map((puzzle, at) => ({ value: String(at), text: nameOf(puzzle, at) }))}
          value={String(index)}
          onChange={(value) => setIndex(Number(value))}
        />
      )}
      <p className="parse-result" role="status" data-bad={result?.ok === false || undefined}>
        {opened ? `${opened.name}: ` : ""}
        {result === null
          ? ""
          : result.ok
            ? [say`Valid puzzle: ${clues(clueCount(result.puzzle))}.`, ...result.notes.map(fromModel)].join(" ")
            : fromModel(result.message)}
      </p>
      <div className="dialog-actions">
        <FileTrigger
          acceptedFileTypes={FILES}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void open(file);
          }}
        >
          <Button className="button">{say`Open a file`}</Button>
        </FileTrigger>
        <Button className="button primary" type="submit" isDisabled={!result?.ok}>{say`Use this puzzle`}</Button>
      </div>
    </form>
  );
}

function nameOf({ line, source, puzzle }: ReadPuzzle, index: number): string {
  return say`${source ?? say`Puzzle ${index + 1}`}, line ${line}: ${puzzle.slice(0, 18)}…`;
}
