import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCourse } from "../course.testing";
import { readCourse } from "../format";
import { writeCourse } from "../write";
import { courseOf, type Draft, draftOf, EMPTY, moveStep, problemsOf, withoutStep, withStep } from "./draft";
import { createDraftStore } from "./draftStore";
import { BEGINNING, changed, redone, undone } from "./history";

const LINK = "#v=1&p=1";
const two = ["One", "Two"].reduce((draft, title) => withStep(draft, { title, sentence: "", link: LINK }), EMPTY);
const titles = ({ steps }: Draft) => steps.map(({ title }) => title);

it("is the course again that it was made of", () => {
  fc.assert(
    fc.property(anyCourse, (course) => {
      expect(courseOf(draftOf(course))).toEqual(course);
      expect(problemsOf(draftOf(course))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("adds, moves and removes steps", () => {
  const [first, second] = two.steps;
  expect(first?.id).not.toBe(second?.id);
  expect(titles(moveStep(two, first?.id ?? 0, 1))).toEqual(["Two", "One"]);
  expect(moveStep(two, first?.id ?? 0, -1)).toBe(two);
  expect(titles(withoutStep(two, first?.id ?? 0))).toEqual(["Two"]);
});

it("says what is missing, and saves what a reader takes", () => {
  expect(problemsOf(EMPTY)).toEqual(["Give the lesson a title.", "Add at least one state."]);
  const asks = { kind: "choice", text: " ", choices: ["a", "a ", ""], right: 0 } as const;
  const draft = { ...two, title: "T", minutes: "1,5", steps: two.steps.map((step) => ({ ...step, question: asks })) };
  expect(problemsOf(draft).filter((problem) => problem.includes("step 2"))).toEqual([
    "The question of step 2 asks nothing yet: write it, or choose “No question”.",
    "The question of step 2 has an empty answer: write it or remove it.",
    "The question of step 2 has two answers that are the same.",
  ]);
  const typed = { ...two, title: "T", steps: two.steps.map((step) => ({ ...step, text: "One.\n\n\nTwo \u202e.  " })) };
  expect(problemsOf(typed)).toEqual([]);
  const read = readCourse(writeCourse(courseOf(typed)));
  expect(read.ok && read.course.steps[0]?.text).toEqual(["One.", "Two ."]);
  expect(problemsOf({ ...typed, title: "T".repeat(200) })[0]).toMatch(/^A title has at most 120 characters/);
});

it("undoes a word at a time, not a letter, and redoes it", () => {
  const typed = ["T", "To", "Too"].reduce(
    (history, title) => changed(history, { ...EMPTY, title }, "title"),
    BEGINNING,
  );
  const added = changed(typed, { ...two, title: "Too" }, null);
  expect(undone(added).present.title).toBe("Too");
  expect(undone(undone(added)).present).toBe(EMPTY);
  expect(undone(undone(undone(added))).present).toBe(EMPTY);
  expect(redone(redone(undone(undone(added)))).present).toBe(added.present);
  expect(changed(undone(added), { ...EMPTY, title: "x" }, null).future).toEqual([]);
});

describe("the draft of a tab", () => {
  /** A storage that takes texts up to a length. */
  const storage = (most = Number.POSITIVE_INFINITY) => {
    const texts = new Map<string, string>();
    return {
      getItem: (name: string) => JSON.parse(texts.get(name) ?? "null"),
      setItem: (name: string, value: unknown) => {
        const text = JSON.stringify(value);
        if (text.length <= most) texts.set(name, text);
        else texts.delete(name);
      },
      removeItem: (name: string) => void texts.delete(name),
    };
  };

  it("is there after a reload, with its history", () => {
    const kept = storage();
    const before = createDraftStore(kept);
    before.change(() => two);
    before.change((draft) => ({ ...draft, title: "T" }), "title");
    const after = createDraftStore(kept);
    expect(after.getState()).toEqual({ history: before.getState().history, kept: true });
    after.undo();
    after.undo();
    expect(after.getState().history.present).toEqual(EMPTY);
  });

  it("is kept without its history where there is little space, and says so where there is none", () => {
    const little = storage(800);
    const store = createDraftStore(little);
    for (const title of ["a", "b", "c", "d", "e", "f", "g", "h"]) store.change((draft) => ({ ...draft, title }));
    expect(store.getState().kept).toBe(true);
    expect(createDraftStore(little).getState().history.present.title).toBe("h");
    expect(store.getState().history.past).toHaveLength(8);
    const none = createDraftStore(storage(0));
    none.change(() => two);
    expect(none.getState()).toMatchObject({ kept: false, history: { present: two } });
  });

  it("begins anew where what was kept is something else", () => {
    const odd = storage();
    odd.setItem("settle.lesson-draft.1", { state: { past: 1 } });
    expect(createDraftStore(odd).getState().history).toBe(BEGINNING);
  });
});
