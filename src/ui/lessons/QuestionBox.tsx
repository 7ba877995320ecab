import { useState } from "react";
import { Button } from "react-aria-components";
import { say } from "../../words/say";
import type { Question } from "./course";
import { NO, type Verdict, YES } from "./progress";

export interface QuestionBoxProps {
  readonly question: Question;
  readonly answer: number | undefined;
  readonly verdict: Verdict;
  readonly onAnswer: (value: number) => void;
}

/** A question before the run: a number or a choice, and what the run said. */
export function QuestionBox({ question, answer, verdict, onAnswer }: QuestionBoxProps) {
  const [typed, setTyped] = useState("");
  const number = typed.trim() === "" ? Number.NaN : Number(typed);
  return (
    <fieldset className="lesson-question">
      <legend>{question.text}</legend>
      {question.kind !== "number" ? (
        choicesOf(question).map(({ text, value }) => (
          <Button
            key={text}
            className="button lesson-choice"
            aria-pressed={answer === value}
            isDisabled={answer !== undefined}
            onPress={() => onAnswer(value)}
          >
            {text}
          </Button>
        ))
      ) : answer === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (Number.isFinite(number)) onAnswer(number);
          }}
        >
          <input
            inputMode="numeric"
            aria-label={say`Your guess`}
            value={typed}
            maxLength={6}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" className="button" isDisabled={!Number.isFinite(number)}>{say`Guess`}</Button>
        </form>
      ) : (
        <p>{say`Your guess: ${answer}`}</p>
      )}
      {verdict.kind !== "open" && (
        <p className="lesson-verdict" data-right={verdict.kind === "right" || undefined}>
          {verdict.kind === "right" ? say`Right` : say`Not this time`}:{" "}
          {question.kind === "choice" ? `${verdict.truth}.` : say`measured in this run: ${verdict.truth}.`}
        </p>
      )}
      {verdict.kind === "open" && answer !== undefined && <p>{say`The run will tell.`}</p>}
    </fieldset>
  );
}

/** What there is to choose from, and how each is kept as an answer. */
function choicesOf(
  question: Exclude<Question, { kind: "number" }>,
): { readonly text: string; readonly value: number }[] {
  if (question.kind === "choice") return question.choices.map((text, value) => ({ text, value }));
  return [
    { text: say`Yes`, value: YES },
    { text: say`No`, value: NO },
  ];
}
