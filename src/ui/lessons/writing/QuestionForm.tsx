import { Button } from "react-aria-components";
import { say } from "../../../words/say";
import { Choice } from "../../controls/Choice";
import { Icon } from "../../controls/Icon";
import { IconButton } from "../../controls/IconButton";
import type { Question } from "../course";
import { MEASURE_NAMES } from "../measures";
import { MEASURE_WORDS } from "../measureWords";
import { LIMITS } from "../text";
import { readReached, writeUntil } from "../until";
import { Line } from "./Line";
import type { Offer } from "./offer";
import { untilWords } from "./words";

export interface QuestionFormProps {
  readonly question: Question | null;
  readonly offer: Offer;
  /** `field` names what is typed in. */
  readonly onChange: (question: Question | null, field?: string) => void;
}

const KINDS = [
  { value: "none", text: say`No question` },
  { value: "number", text: say`A number that the run gives` },
  { value: "choice", text: say`One of several answers` },
  { value: "whether", text: say`Whether the run gets there` },
] as const;

/** What is asked before the run, and what answers it. */
export function QuestionForm({ question, offer, onChange }: QuestionFormProps) {
  return (
    <>
      <Choice
        label={say`Question`}
        options={KINDS}
        value={question?.kind ?? "none"}
        onChange={(kind) => onChange(asKind(kind, question?.text ?? ""))}
      />
      {question && (
        <div className="writing-question">
          <Line
            label={say`What is asked before the run`}
            value={question.text}
            onChange={(text) => onChange({ ...question, text }, "question")}
          />
          <AnswerForm question={question} offer={offer} onChange={onChange} />
        </div>
      )}
    </>
  );
}

function asKind(kind: (typeof KINDS)[number]["value"], text: string): Question | null {
  switch (kind) {
    case "none":
      return null;
    case "number":
      return { kind, text, measure: "settled", tolerance: 0 };
    case "choice":
      return { kind, text, choices: ["", ""], right: 0 };
    case "whether":
      return { kind, text, state: { kind: "ended" } };
  }
}

interface AnswerFormProps extends QuestionFormProps {
  readonly question: Question;
}

function AnswerForm({ question, offer, onChange }: AnswerFormProps) {
  if (question.kind === "number") {
    const { measure, tolerance } = question;
    const options = MEASURE_NAMES.map((value) => {
      const now = offer.found[value];
      return { value, text: Number.isNaN(now) ? MEASURE_WORDS[value] : say`${MEASURE_WORDS[value]} (now ${now})` };
    });
    return (
      <>
        <Choice
          label={say`The answer`}
          options={options}
          value={measure}
          onChange={(value) => onChange({ ...question, measure: value })}
        />
        <Line
          label={say`Right within ±`}
          value={String(tolerance)}
          numeric
          onChange={(typed) => onChange({ ...question, tolerance: whole(typed) }, "tolerance")}
        />
      </>
    );
  }
  if (question.kind === "whether") {
    const wanted = writeUntil(question.state);
    const options = [...new Set([...offer.states.map(writeUntil), wanted])].flatMap((value) => {
      const state = readReached(value);
      return state ? [{ value, text: untilWords(state) }] : [];
    });
    return (
      <Choice
        label={say`Yes means`}
        options={options}
        value={wanted}
        onChange={(value) => onChange({ ...question, state: readReached(value) ?? question.state })}
      />
    );
  }
  const { choices, right } = question;
  return (
    <div className="writing-choices">
      {choices.map((choice, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is known by its place alone
        <div key={i} className="writing-choice">
          <Line
            label={i === right ? say`Answer ${i + 1}, the right one` : say`Answer ${i + 1}`}
            value={choice}
            onChange={(text) => onChange({ ...question, choices: choices.with(i, text) }, `choice-${i}`)}
          />
          <Button
            className="button small"
            aria-label={say`Answer ${i + 1} is the right one`}
            aria-pressed={i === right}
            onPress={() => onChange({ ...question, right: i })}
          >
            <Icon name="check" size={14} />
          </Button>
          <IconButton
            icon="close"
            label={say`Remove answer ${i + 1}`}
            className="button tiny icon-only"
            isDisabled={choices.length <= 2}
            onPress={() =>
              onChange({
                ...question,
                choices: choices.filter((_, other) => other !== i),
                right: Math.max(0, i < right ? right - 1 : Math.min(right, choices.length - 2)),
              })
            }
          />
        </div>
      ))}
      <Button
        className="button small quiet"
        isDisabled={choices.length >= LIMITS.choices}
        onPress={() => onChange({ ...question, choices: [...choices, ""] })}
      >
        {say`One more answer`}
      </Button>
    </div>
  );
}

/** A whole number of at most six digits; what is none counts as 0. */
function whole(typed: string): number {
  const digits = typed.replaceAll(/\D/g, "").slice(0, 6);
  return Number(digits);
}
