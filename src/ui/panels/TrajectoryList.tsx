import { useMemo } from "react";
import { ListBox, ListBoxItem, ListLayout, ToggleButton, Virtualizer } from "react-aria-components";
import { trajectoryNumber } from "../../viz/format";
import { useApp, useRun, useSettings } from "../appContext";
import { Segmented } from "../controls/Segmented";
import { Term } from "../controls/Term";
import { Tip } from "../controls/Tip";
import { RuleChoices } from "./RuleChoices";
import { RULE_OPTIONS } from "./ruleOptions";
import { SelectedActions } from "./SelectedActions";
import { SpentView } from "./SpentView";
import { TrajectoryRow } from "./TrajectoryRow";

/** From this breadth on the rows are low. */
const COMPACT_FROM = 33;

/** All starts of the run, best first by the rule. Arrow keys choose one, and every panel stresses it. */
export function TrajectoryList() {
  const { play, settings } = useApp();
  const order = useRun((state) => state.order);
  const selected = useRun((state) => state.selected);
  const followBest = useRun((state) => state.followBest);
  const rule = useSettings((state) => state.rule);
  const compact = order.length >= COMPACT_FROM;
  const items = useMemo(() => order.map((trajectory) => ({ id: trajectory })), [order]);
  const nudged = useRun((state) => (state.record?.recipe.nudges ?? 0) > 0);
  const layoutOptions = useMemo(() => ({ rowSize: compact ? 34 : nudged ? 84 : 68, gap: 2 }), [compact, nudged]);

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
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <ListBox
          className={compact ? "rows compact" : "rows"}
          aria-label="Trajectories"
          items={items}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={order.length > 0 ? [selected] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === "all" ? [] : keys;
            if (typeof key === "number") play.select(key);
          }}
          dependencies={[compact, nudged]}
          renderEmptyState={() => (
            <p className="fine empty">The trajectories appear here once the network is loaded.</p>
          )}
        >
          {({ id }) => (
            <ListBoxItem
              id={id}
              className="row"
              textValue={`Trajectory ${trajectoryNumber(id)}`}
              onHoverStart={() => play.hover(id)}
              onHoverEnd={() => play.hover(null)}
            >
              <TrajectoryRow trajectory={id} compact={compact} />
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
      <SelectedActions />
      <p className="fine">
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
        <SpentView />
      </p>
    </section>
  );
}
