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

/** All starts of the run, best first by the rule, and what each rule would choose. */
export function TrajectoryList() {
  const { play, settings } = useApp();
  const followBest = useRun((state) => state.followBest);
  const rule = useSettings((state) => state.rule);
  const nudged = useRun((state) => (state.record?.recipe.nudges ?? 0) > 0);

  return (
    <section className="panel list-panel" aria-labelledby="list-title" id="trajectories">
      <div className="panel-head">
        <h2 id="list-title">Trajectories</h2>
        <Tip tip="Selects the best of the list and stays with it as the list changes">
          <ToggleButton className="button small" isSelected={followBest} onChange={play.followBest}>
            follow best
          </ToggleButton>
        </Tip>
      </div>
      <div className="list-order">
        <Term name="rule">by</Term>
        <Segmented
          label="Order by"
          options={RULE_OPTIONS}
          value={rule}
          onChange={(to) => settings.setState({ rule: to })}
        />
        <Term name="rank">rank</Term>
      </div>
      <RuleChoices />
      <TrajectoryRows />
      <SelectedActions />
      <p className="fine">
        <span className="list-words">
          {nudged ? (
            <>
              <Term name="accepted">Accepted</Term>: by the network, after the <Term name="released">release</Term>.
            </>
          ) : (
            <>
              <Term name="settled">Settled</Term>: by the residual.
            </>
          )}{" "}
          <Term name="valid">Valid</Term>: by the rules of Sudoku, and never used to choose.
          <br />
        </span>
        <SpentView />
      </p>
    </section>
  );
}
