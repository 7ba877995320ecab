import { expect, it } from "vitest";
import { NO_CAPTION } from "../link/caption";
import { VIEWS, viewNamed } from "../views";
import { isOfRun, leftOut } from "./beside";
import { frameFor, LEAST_SHARE } from "./frame";
import { type Pressed, presentCommand } from "./keys";
import { PRESENT_PARTS, readHidden, toggled, writeHidden } from "./parts";
import { firstSentence, presentWords } from "./sentence";

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

it.each([
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [3840, 2160],
])("magnifies the smallest type to 2.5 %% of the height at %i × %i, and fills the window", (width, height) => {
  const frame = frameFor(width, height);
  expect((11 * frame.factor) / height).toBeGreaterThanOrEqual(LEAST_SHARE - 1e-12);
  expect(frame.stacked).toBe(false);
  expect([frame.width * frame.factor, frame.height * frame.factor]).toEqual([
    expect.closeTo(width, 6),
    expect.closeTo(height, 6),
  ]);
});

it("stacks board and picture on a phone, in type of its usual size", () => {
  expect(frameFor(390, 844)).toEqual({ factor: 1, width: 390, height: 844, stacked: true });
});

it("steps the open lesson by a clicker, else the run", () => {
  const lesson = { inLesson: true, usesArrows: false };
  const run = { inLesson: false, usesArrows: false };
  expect(presentCommand(press("PageDown"), lesson)).toBe("nextStep");
  expect(presentCommand(press("PageUp"), lesson)).toBe("previousStep");
  expect(presentCommand(press("ArrowRight"), lesson)).toBe("nextStep");
  expect(presentCommand(press("PageDown"), run)).toBe("playPause");
  expect(presentCommand(press("PageUp"), run)).toBe("toStart");
  expect(presentCommand(press("ArrowLeft"), run)).toBe("stepBack");
});

it("leaves arrows to what moves by them, and the browser's keys to the browser", () => {
  const board = { inLesson: true, usesArrows: true };
  expect(presentCommand(press("ArrowRight"), board)).toBeNull();
  expect(presentCommand(press("PageDown"), board)).toBe("nextStep");
  expect(presentCommand(press("f", { ctrlKey: true }), board)).toBeNull();
  expect(presentCommand(press("ArrowLeft", { altKey: true }), { ...board, usesArrows: false })).toBeNull();
  expect(presentCommand(press("x"), board)).toBeNull();
});

it("writes hidden parts in one order and reads them again, whatever else is said", () => {
  expect(writeHidden([])).toBe("none");
  expect(readHidden("none")).toEqual([]);
  expect(writeHidden(["residuals", "board"])).toBe("board.residuals");
  expect(readHidden(writeHidden(PRESENT_PARTS))).toEqual(PRESENT_PARTS);
  expect(readHidden("moon.board")).toEqual(["board"]);
  expect(toggled(["board"], "sentence")).toEqual(["sentence", "board"]);
  expect(toggled(["sentence", "board"], "board")).toEqual(["sentence"]);
});

it("leaves board and residuals beside the map alone, and gives a system of its own the whole window", () => {
  expect(leftOut(viewNamed("map"))).toEqual([]);
  expect(leftOut(viewNamed("basins"))).toEqual(["residuals"]);
  expect(leftOut(viewNamed("kick"))).toEqual(["board", "residuals"]);
  expect(leftOut(viewNamed("plane"))).toEqual(["board", "residuals"]);
  expect([isOfRun(viewNamed("basins")), isOfRun(viewNamed("plane"))]).toEqual([true, false]);
  // The picture itself always stays.
  expect(VIEWS.every((view) => !leftOut(view).includes("view"))).toBe(true);
});

const STEP = { title: "Rest", text: ["It **moves**. Then it rests."], task: "Press play.", question: null, after: [] };
const scene = { done: false, truth: null, caption: NO_CAPTION };

it("says what to do, and then what was seen", () => {
  expect(presentWords({ ...scene, step: STEP })).toEqual({ title: "Rest", sentence: "Press play." });
  const after = ["It is a *fixed point*. More follows."];
  expect(presentWords({ ...scene, step: { ...STEP, after }, done: true }).sentence).toBe("It is a *fixed point*.");
  expect(presentWords({ ...scene, step: { ...STEP, task: null } }).sentence).toBe("It **moves**.");
});

it("asks the hall first and answers when the run has", () => {
  const number = { kind: "number", text: "How many?", measure: "agreeing", tolerance: 1 } as const;
  const step = { ...STEP, question: number };
  expect(presentWords({ ...scene, step }).sentence).toBe("How many?");
  expect(presentWords({ ...scene, step, done: true, truth: "12" }).sentence).toBe("How many? **12.**");
  const choice = { kind: "choice", text: "Solved?", choices: ["yes", "no", "in part"], right: 1 } as const;
  expect(presentWords({ ...scene, step: { ...STEP, question: choice } }).sentence).toBe("Solved? Yes / no / in part?");
  const answered = presentWords({ ...scene, step: { ...STEP, question: choice }, done: true, truth: "no" });
  expect(answered.sentence).toBe("Solved? **No.**");
});

it("says without a lesson what the sender of the link says", () => {
  const caption = { title: "A fork", sentence: "Two ends." };
  expect(presentWords({ ...scene, step: null, caption })).toEqual({ title: "A fork", sentence: "Two ends." });
  expect(firstSentence("One sentence only.")).toBe("One sentence only.");
});
