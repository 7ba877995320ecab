import { Button, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { say } from "../../../words/say";
import { useApp, usePage, useRun } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { createSetupLinks } from "../../link/setups";
import { viewNamed } from "../../views";
import type { LessonActions } from "../actions";
import { PLACES, type Place, type Until } from "../course";
import { lettersOf } from "../progress";
import { readUntil, writeUntil } from "../until";
import { changeStep, type DraftStep } from "./draft";
import type { DraftStore } from "./draftStore";
import { Line } from "./Line";
import { atStart, opensAt } from "./link";
import { offerOf } from "./offer";
import { QuestionForm } from "./QuestionForm";
import { untilWords } from "./words";

export interface StepFormProps {
  readonly step: DraftStep;
  readonly drafts: DraftStore;
  readonly teach: LessonActions;
}

const PLACE_WORDS: Readonly<Record<Place, string>> = {
  board: say`board`,
  view: say`view`,
  residuals: say`residuals`,
  list: say`list`,
  settings: say`settings`,
  verdict: say`verdict`,
  transport: say`transport`,
};

/** A step of the lesson that is being written. */
export function StepForm({ step, drafts, teach }: StepFormProps) {
  const { share, setups } = useApp();
  const { id, link, question } = step;
  const change = (part: Partial<DraftStep>, field: string | null = null) =>
    drafts.change((draft) => changeStep(draft, id, part), field && `${id} ${field}`);
  const record = useRun((state) => state.record);
  const cursor = useRun((state) => state.playback.cursor);
  useRun((state) => state.textScene.revision);
  const letters = lettersOf(useRun((state) => state.views));
  const view = usePage((state) => state.view);
  const isHere = teach.isOfStep(step, record);
  const offer = offerOf(isHere ? record : null, cursor, isHere ? letters : []);
  const { reads } = createSetupLinks((name) => viewNamed(name).setup, setups);
  const at = opensAt(link, reads);

  const untils: readonly Until[] = [...offer.states, { kind: "view", view: viewNamed(view).name }];
  const wanted = step.until ? writeUntil(step.until) : "";
  const options = [...new Set(["", ...untils.map(writeUntil), wanted])].map((value) => {
    const until = readUntil(value);
    return { value, text: until ? say`when ${untilWords(until)}` : say`at once` };
  });

  return (
    <div className="writing-step">
      <Line label={say`Title of the step`} value={step.title} onChange={(title) => change({ title }, "title")} />
      <Line
        label={say`What is said, a line for each paragraph`}
        rows={3}
        value={step.text}
        onChange={(text) => change({ text }, "text")}
      />
      <Line label={say`One thing to do`} value={step.task} onChange={(task) => change({ task }, "task")} />
      <QuestionForm
        question={question}
        offer={offer}
        onChange={(next, field) => change({ question: next }, field ?? null)}
      />
      {question && at > 0 && (
        <div className="writing-hint">
          <p className="fine">{say`The step opens at iteration ${at}, where the answer may be in sight.`}</p>
          <Button className="button small" onPress={() => change({ link: atStart(link, reads) })}>
            {say`Open it at the start`}
          </Button>
        </div>
      )}
      <Choice
        label={say`It is done`}
        options={options}
        value={wanted}
        onChange={(value) => change({ until: readUntil(value) })}
      />
      <Line
        label={say`What is said afterwards`}
        rows={2}
        value={step.after}
        onChange={(after) => change({ after }, "after")}
      />
      <div className="writing-look">
        <span id={`look-${id}`}>{say`Look at`}</span>
        <ToggleButtonGroup
          aria-labelledby={`look-${id}`}
          selectionMode="multiple"
          selectedKeys={[...step.look]}
          onSelectionChange={(keys) => change({ look: PLACES.filter((place) => keys.has(place)) })}
        >
          {PLACES.map((place) => (
            <ToggleButton key={place} id={place} className="button small">
              {PLACE_WORDS[place]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <div className="writing-actions">
        <Button className="button small quiet" onPress={() => share.open(link)}>
          {say`Show this state`}
        </Button>
      </div>
    </div>
  );
}
