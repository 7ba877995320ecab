import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Step } from "../course";
import { MEASURE_NAMES } from "../measures";
import { answerOf } from "./answers";
import { HandoutSheet } from "./HandoutSheet";
import type { Handout, StepRun } from "./handout";
import { htmlFile } from "./htmlFile";
import { ownIds, withoutStyle } from "./svg";

const found = Object.fromEntries(MEASURE_NAMES.map((name, i) => [name, i + 1])) as Record<
  (typeof MEASURE_NAMES)[number],
  number
>;
const RUN: StepRun = {
  kind: "run",
  ...{ stopped: null, before: [], after: [], found, breadth: 12, ofRun: true, reached: true, broken: [] },
};
const STEP: Step = {
  title: "Two <b>attractors</b>",
  link: "#v=1&p=1",
  text: ['<img src=x onerror=alert(1)> "quoted" **strong**'],
  task: "Press <play>.",
  until: null,
  question: { kind: "choice", text: "<i>Which</i>?", choices: ["<u>one</u>", "two"], right: 0 },
  after: ["</article><script>alert(2)</script>", "[words](javascript:alert(3))"],
  look: [],
  claims: [],
};
const handout = (step: Step, run: StepRun): Handout => ({
  course: { title: "<title>", about: "<style>", minutes: 5, steps: [step] },
  steps: [{ step, address: `https://example.org/${step.link}`, run }],
  made: "Made <here>.",
});

it("keeps the text of a course as text", () => {
  const markup = renderToStaticMarkup(<HandoutSheet handout={handout(STEP, RUN)} />);
  expect(markup).not.toMatch(/<(script|img|b|i|u|style|title|play|here)\b/);
  expect(markup).not.toContain('href="javascript');
  expect(markup).toContain("Two &lt;b&gt;attractors&lt;/b&gt;");
  expect(markup).toContain("<strong>strong</strong>");
  const file = htmlFile({ title: "</title><script>", body: markup, style: "", language: "de" });
  expect(file).toContain('<html lang="de" dir="ltr">');
  expect(file).toContain("<title>&lt;/title&gt;&lt;script&gt;</title>");
  expect(file).not.toContain("<script");
});

it("gives no answer away on the sheet with the questions", () => {
  const markup = renderToStaticMarkup(<HandoutSheet handout={handout(STEP, RUN)} />);
  const [questions = "", answers = ""] = markup.split('aria-label="Answers"');
  expect(questions).not.toContain("Measured: ");
  expect(questions).not.toContain("alert(2)");
  expect(answers).toContain("Measured: Iterations: 1. At rest: 2 of 12 starts. On a solution: 3. Distinct grids: 4.");
  // A step that asks nothing has its words on the first sheet, and none on the second.
  const plain = renderToStaticMarkup(<HandoutSheet handout={handout({ ...STEP, question: null }, RUN)} />);
  expect(plain).toContain("Measured: ");
  expect(plain).not.toContain('aria-label="Answers"');
});

it("says where a step has no run, where a run is not whole, and where it differs from the text", () => {
  const failed = renderToStaticMarkup(
    <HandoutSheet handout={handout(STEP, { kind: "failed", why: "The run failed: lost." })} />,
  );
  expect(failed).toContain("could not be run here. The run failed: lost.");
  const broken = [{ claim: { measure: "settled", value: 12, tolerance: 1 }, found: Number.NaN } as const];
  const late = renderToStaticMarkup(
    <HandoutSheet handout={handout(STEP, { ...RUN, stopped: "It was stopped.", broken })} />,
  );
  expect(late).toContain("This run is not whole. It was stopped.");
  expect(late).toContain("The text states 12 ± 1 (starts at rest); here it was none.");
});

it("answers from the run, or says that it was not measured", () => {
  const number = { kind: "number", text: "?", measure: "agreeing", tolerance: 1 } as const;
  const whether = { kind: "whether", text: "?", state: { kind: "ended" } } as const;
  const late: StepRun = { ...RUN, stopped: "Late.", reached: null };
  expect(answerOf(number, RUN)).toBe("5 (starts at rest on the commonest grid). Right within ± 1.");
  expect(answerOf({ ...number, measure: "firstRest" }, { ...RUN, found: { ...found, firstRest: Number.NaN } })).toMatch(
    /^None .*no start came to rest\.$/,
  );
  expect(answerOf(number, late)).toMatch(/^Not measured/);
  expect(answerOf(number, { kind: "failed", why: "" })).toMatch(/^Not measured/);
  expect(answerOf(whether, RUN)).toBe("Yes.");
  expect(answerOf(whether, { ...RUN, reached: false })).toBe("No.");
  expect(answerOf(whether, late)).toMatch(/^Not measured/);
  expect(answerOf({ kind: "choice", text: "?", choices: ["no", "yes"], right: 0 }, late)).toBe("No.");
});

it("keeps pictures apart that stand in one page", () => {
  const svg = '<svg><clipPath id="a"/><g clip-path="url(#a)" style="x"><use href="#a"/><text>id="a"</text></g></svg>';
  expect(ownIds(withoutStyle(svg), "p1")).toBe(
    '<svg><clipPath id="p1-a"/><g clip-path="url(#p1-a)"><use href="#p1-a"/><text>id="a"</text></g></svg>',
  );
});
