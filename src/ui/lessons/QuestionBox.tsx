import { useState } from "react";
import { Button } from "react-aria-components";
import type { Question } from "./course";
import type { Verdict } from "./progress";

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
      {question.kind === "choice" ? (
        question.choices.map((choice, i) => (
          <Button
            key={choice}
            className="button lesson-choice"
            aria-pressed={answer === i}
            isDisabled={answer !== undefined}
            onPress={() => onAnswer(i)}
          >
            {choice}
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
            aria-label="Your guess"
            value={typed}
            maxLength={6}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" className="button" isDisabled={!Number.isFinite(number)}>
            Guess
          </Button>
        </form>
      ) : (
        <p>Your guess: {answer}</p>
      )}
      {verdict.kind !== "open" && (
        <p className="lesson-verdict" data-right={verdict.kind === "right" || undefined}>
          {verdict.kind === "right" ? "Right" : "Not this time"}:{" "}
          {question.kind === "number" ? `measured in this run: ${verdict.truth}.` : `${verdict.truth}.`}
        </p>
      )}
      {verdict.kind === "open" && answer !== undefined && <p>The run will tell.</p>}
    </fieldset>
  );
}
