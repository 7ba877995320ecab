import { ToggleButton } from "react-aria-components";
import { useApp, useRun, useSettings } from "../../appContext";
import { Segmented } from "../../controls/Segmented";
import { Term } from "../../controls/Term";
import { Tip } from "../../controls/Tip";
import { SpentView } from "../timeline/SpentView";
import { RuleChoices } from "./RuleChoices";
import { RULE_OPTIONS } from "./ruleOptions";
import { SelectedActions } from "./SelectedActions";
import { TrajectoryRows } from "./TrajectoryRows";
import "./TrajectoryList.css";
import { rich } from "../../../words/rich";
import { say } from "../../../words/say";

/** All starts of the run, best first by the rule, and what each rule would choose. */
export function TrajectoryList() {
  const { play, settings } = useApp();
  const followBest = useRun((state) => state.followBest);
  const rule = useSettings((state) => state.rule);
  const nudged = useRun((state) => (state.record?.recipe.nudges ?? 0) > 0);

  return (
    <section className="panel list-panel" aria-labelledby="list-title" id="trajectories">
      <div className="panel-head">
        <h2 id="list-title">{say`Trajectories`}</h2>
        <Tip tip={say`Selects the best of the list and stays with it as the list changes`}>
          <ToggleButton
            className="button small"
            isSelected={followBest}
            onChange={play.followBest}
          >{say`follow best`}</ToggleButton>
        </Tip>
      </div>
      <div className="list-order">
        <Term name="rule">{say`by`}</Term>
        <Segmented
          label={say`Order by`}
          options={RULE_OPTIONS}
          value={rule}
          onChange={(to) => settings.setState({ rule: to })}
        />
        <Term name="rank">{say`rank`}</Term>
      </div>
      <RuleChoices />
      <TrajectoryRows />
      <SelectedActions />
      <p className="fine">
        <span className="list-words">
          {nudged
            ? rich`${<Term name="accepted">{say`Accepted`}</Term>}: at rest after the ${<Term name="released">{say`release`}</Term>}, and believed by the network.`
            : rich`${<Term name="settled">{say`Settled`}</Term>}: by the residual.`}{" "}
          {rich`${<Term name="valid">{say`Valid`}</Term>}: by the rules of Sudoku, and never used to choose.`}
          <br />
        </span>
        <SpentView />
      </p>
    </section>
  );
}
