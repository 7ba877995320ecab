import { Button } from "react-aria-components";
import { trajectoryNumber } from "../../../viz/format";
import { OutcomeMark } from "../../../viz/list/OutcomeMark";
import { gridWords, OUTCOMES } from "../../../viz/outcome";
import { useApp, useRun } from "../../appContext";
import { Tip } from "../../controls/Tip";
import { agreement, choicesAt, RULE_NAMES } from "../../run/agreement";
import "./RuleChoices.css";
import { say } from "../../../words/say";

/** What each rule chooses, side by side, and whether they agree. The mark tells what became of it, validity and all. */
export function RuleChoices() {
  const { play } = useApp();
  const record = useRun((state) => state.record);
  const { views, cursor } = useRun((state) => state.textScene);
  const selections = useRun((state) => state.selections);
  const choices = record && views.length > 1 ? choicesAt(record, cursor, selections) : [];
  if (choices.length === 0) return null;
  return (
    <div className="rule-choices">
      {choices.map(({ rule, trajectory }) => {
        const view = views[trajectory];
        const outcome = view?.outcome ?? "start";
        const words = say`By ${RULE_NAMES[rule]}: trajectory ${trajectoryNumber(trajectory)}, ${OUTCOMES[outcome].word}${gridWords(view?.grid ?? null)}`;
        const { votes, voters } = selections;
        const ballot = rule === "vote" ? say`, with ${votes[trajectory] ?? 0} of ${voters} votes` : "";
        return (
          <Tip key={rule} tip={say`${words}${ballot}. Press to select it.`}>
            <Button className="rule-choice" aria-label={words + ballot} onPress={() => play.select(trajectory)}>
              {RULE_NAMES[rule]}
              <b>{trajectoryNumber(trajectory)}</b>
              <OutcomeMark outcome={outcome} grid={view?.grid ?? null} />
            </Button>
          </Tip>
        );
      })}
      <p className="rule-agreement">{agreement(choices)}</p>
    </div>
  );
}
