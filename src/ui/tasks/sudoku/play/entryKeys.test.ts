import { expect, it } from "vitest";
import { entryAfter, playKey } from "./entryKeys";

const press = (key: string, code: string, held: "shiftKey" | "ctrlKey" | null = null) =>
  playKey({ key, code, shiftKey: held === "shiftKey", ctrlKey: held === "ctrlKey" });

it("reads Shift and Ctrl with a digit as marks, wherever the layout has its digits", () => {
  expect(press("%", "Digit5", "shiftKey")).toEqual({ kind: "enter", entry: "corner", value: 5 });
  expect(press("5", "Digit5", "ctrlKey")).toEqual({ kind: "enter", entry: "centre", value: 5 });
  // A layout on which digits need Shift.
  expect(press("5", "Digit5", "shiftKey")).toBeNull();
  expect(press("5", "Digit5")).toBeNull();
});

it("chooses what digits enter", () => {
  expect(press("x", "KeyX")).toEqual({ kind: "entry", entry: "corner" });
  expect(press("V", "KeyV")).toEqual({ kind: "entry", entry: "colour" });
  // Pasting stays pasting.
  expect(press("v", "KeyV", "ctrlKey")).toBeNull();
  expect(press("z", "KeyZ", "ctrlKey")).toBeNull();
  expect(press(" ", "Space")).toEqual({ kind: "nextEntry" });
  expect([entryAfter("digit"), entryAfter("colour")]).toEqual(["corner", "digit"]);
});
