import { expect, it } from "vitest";
import { commandOf, type Key } from "./keyboard";

const press = (key: string, held: Partial<Key> = {}): Key => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

it("plays with the space bar, but leaves it to controls and text", () => {
  expect(commandOf(press(" "), "page")).toBe("playPause");
  expect(commandOf(press(" "), "control")).toBeNull();
  expect(commandOf(press(" "), "text")).toBeNull();
});

it("presents with P, but not where text is typed", () => {
  expect(commandOf(press("p"), "control")).toBe("present");
  expect(commandOf(press("P"), "page")).toBe("present");
  expect(commandOf(press("p"), "text")).toBeNull();
  expect(commandOf(press("p", { ctrlKey: true }), "page")).toBeNull();
});

it("undoes and redoes with Ctrl or Cmd, not while text is typed", () => {
  expect(commandOf(press("z", { ctrlKey: true }), "control")).toBe("undo");
  expect(commandOf(press("Z", { metaKey: true, shiftKey: true }), "page")).toBe("redo");
  expect(commandOf(press("y", { ctrlKey: true }), "page")).toBe("redo");
  expect(commandOf(press("z", { ctrlKey: true }), "text")).toBeNull();
});

it("leaves the browser's and the board's keys alone", () => {
  expect(commandOf(press("l", { ctrlKey: true }), "page")).toBeNull();
  expect(commandOf(press("ArrowLeft"), "page")).toBeNull();
  expect(commandOf(press("5"), "control")).toBeNull();
  expect(commandOf(press("."), "control")).toBe("stepForward");
  expect(commandOf(press(".", { altKey: true }), "page")).toBeNull();
});
