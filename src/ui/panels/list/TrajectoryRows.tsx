import { useMemo } from "react";
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from "react-aria-components";
import { trajectoryNumber } from "../../../viz/format";
import { useApp, useRun } from "../../appContext";
import { useTextScale } from "../../textSize";
import { TrajectoryRow } from "./TrajectoryRow";
import "./TrajectoryRows.css";
import { say } from "../../../words/say";

/** From this breadth on the rows are low. */
const COMPACT_FROM = 33;

interface Item {
  readonly id: number;
}

/** One object a trajectory for good: the list makes an item anew when it is handed another object. */
const ITEMS: Item[] = [];

function itemOf(trajectory: number): Item {
  const item = ITEMS[trajectory] ?? { id: trajectory };
  ITEMS[trajectory] = item;
  return item;
}

/** The starts in the order of the list. Arrow keys choose one, and every panel highlights it. */
export function TrajectoryRows() {
  const { play } = useApp();
  const order = useRun((state) => state.order);
  const selected = useRun((state) => state.selected);
  const nudged = useRun((state) => (state.record?.recipe.nudges ?? 0) > 0);
  const compact = order.length >= COMPACT_FROM;
  const items = useMemo(() => order.map(itemOf), [order]);
  const scale = useTextScale();
  const layoutOptions = useMemo(
    () => ({ rowSize: Math.ceil((compact ? 34 : nudged ? 84 : 68) * scale), gap: 2 }),
    [compact, nudged, scale],
  );
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <ListBox
        className={compact ? "rows compact" : "rows"}
        aria-label={say`Trajectories`}
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
          <p className="fine empty">{say`The trajectories appear here once the network is loaded.`}</p>
        )}
      >
        {({ id }) => (
          <ListBoxItem
            id={id}
            className="row"
            textValue={say`Trajectory ${trajectoryNumber(id)}`}
            onHoverStart={() => play.hover(id)}
            onHoverEnd={() => play.hover(null)}
          >
            <TrajectoryRow trajectory={id} compact={compact} />
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
