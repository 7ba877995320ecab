import { ToggleButton } from "react-aria-components";
import type { Grid } from "../../../model/tasks/task";
import { counted, say } from "../../../words/say";
import { useApp, useRun, useSettings } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { Icon } from "../../controls/Icon";
import { Term } from "../../controls/Term";
import { Tip } from "../../controls/Tip";
import { StageHead } from "../../panels/StageHead";
import { cardOf } from "../../store/run";
import { AXES } from "../../store/settings";
import { MapView } from "./MapView";

const AXES_OPTIONS = AXES.map(([x, y]) => ({ value: `${x}${y}`, text: say`PC ${x + 1} and PC ${y + 1}` }));

/** The map with what chooses and holds its axes. */
export function Panel() {
  const { settings } = useApp();
  const card = useRun((state) => cardOf(state.worker));
  const grid = useRun((state) => state.record?.problem.grid ?? null);
  const axes = useSettings((state) => state.axes);
  const autofit = useSettings((state) => state.autofit);
  return (
    <>
      <StageHead
        title={say`Trajectory map`}
        note={
          <Term name="pca">
            2 {card && grid && say`of ${counted(dimensions(grid, card.config.d ?? 0))} `}
            {say`dimensions (PCA)`}
          </Term>
        }
      >
        <Choice
          label={say`Axes of the map`}
          showLabel={false}
          options={AXES_OPTIONS}
          value={`${axes[0]}${axes[1]}`}
          onChange={(value) => {
            const chosen = AXES.find(([x, y]) => `${x}${y}` === value);
            if (chosen) settings.setState({ axes: chosen });
          }}
        />
        <Tip tip={say`Keeps the axes as they are; otherwise they are fitted once more when the run ends`}>
          <ToggleButton
            className="button small"
            isSelected={!autofit}
            onChange={(on) => settings.setState({ autofit: !on })}
          >
            <Icon name="freeze" size={14} />
            {say`Freeze`}
          </ToggleButton>
        </Tip>
      </StageHead>
      <MapView />
    </>
  );
}

function dimensions({ rows, columns, values }: Grid, d: number): number {
  return rows * columns * values * d;
}
