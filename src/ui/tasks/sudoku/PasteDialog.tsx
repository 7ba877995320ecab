import { useState } from "react";
import { Button, FileTrigger, Label, Text, TextArea, TextField } from "react-aria-components";
import { parsePuzzle } from "../../../model/tasks/sudoku/parse";
import { useApp } from "../../appContext";
import { Shell } from "../../dialogs/Shell";

/** A place to put text with a puzzle in it. Tells at once what it would take, and what is wrong. */
export function PasteDialog() {
  return (
    <Shell name="paste" title="Paste a puzzle">
      <PasteForm />
    </Shell>
  );
}

function PasteForm() {
  const { edit, page } = useApp();
  const [text, setText] = useState("");
  const result = text.trim() === "" ? null : parsePuzzle(text);
  const done = (): void => page.setState({ dialog: null });
  const use = (): void => {
    if (edit.read(text).ok) done();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <TextField value={text} onChange={setText} className="text-field" isInvalid={result?.ok === false} autoFocus>
        <Label>Puzzle as text</Label>
        <TextArea
          rows={9}
          className="text-area"
          spellCheck={false}
          placeholder={"53..7....6..195....98....6. …\nor nine lines\nor a link"}
        />
        <Text slot="description" className="fine">
          81 characters with . or 0 for blanks, a grid of nine lines, a CSV line, or a link of SudokuWiki, SudokuPad or
          f-puzzles. You can also paste anywhere on the page, or drop a text file on it.
        </Text>
      </TextField>
      <p className="parse-result" role="status" data-bad={result?.ok === false || undefined}>
        {result === null ? "" : result.ok ? ["This can be read.", ...result.notes].join(" ") : result.message}
      </p>
      <div className="dialog-actions">
        <FileTrigger
          acceptedFileTypes={["text/plain", "text/csv", ".txt", ".csv", ".sdk", ".sdm", ".ss"]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void edit.readFile(file).then(done);
          }}
        >
          <Button className="button">Open a file</Button>
        </FileTrigger>
        <Button className="button primary" type="submit" isDisabled={!result?.ok}>
          Use this puzzle
        </Button>
      </div>
    </form>
  );
}
