import { expect, it, vi } from "vitest";
import { puzzlesOfFile } from "../tasks/sudoku/files";
import { createSample } from "./sample";

/** Whatever the machine is doing: it waits no longer than it must. */
const PATIENCE = { timeout: 60_000 };

const puzzle = `53${".".repeat(79)}`;

it("fetches once, when it is first wanted", async () => {
  const text = vi.fn(async () => `# a comment\n${puzzle},,3\n`);
  const sample = createSample({ sample: text }, puzzlesOfFile);
  expect(text).not.toHaveBeenCalled();
  sample.want();
  sample.want();
  await vi.waitFor(() => expect(sample.store.getState()).toEqual({ kind: "ready", puzzles: [puzzle] }), PATIENCE);
  expect(text).toHaveBeenCalledTimes(1);
});

it("says what is wrong, and tries again when it is wanted again", async () => {
  let there = false;
  const sample = createSample(
    { sample: async () => (there ? puzzle : Promise.reject(new Error("the server answers 404"))) },
    puzzlesOfFile,
  );
  sample.want();
  await vi.waitFor(
    () => expect(sample.store.getState()).toMatchObject({ kind: "failed", message: /answers 404/ }),
    PATIENCE,
  );
  there = true;
  sample.want();
  await vi.waitFor(() => expect(sample.store.getState().kind).toBe("ready"), PATIENCE);
});
