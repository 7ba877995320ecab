import { Button, ToggleButton } from "react-aria-components";
import type { Perturbation } from "../../../model/experiments/perturbation";
import { trajectoryNumber } from "../../../viz/format";
import { rich } from "../../../words/rich";
import { say } from "../../../words/say";
import { useRun, useSetup } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { Segmented } from "../../controls/Segmented";
import { Tip } from "../../controls/Tip";
import { KICK_SIZES, kickSetup } from "./setup";

const HOW: readonly { readonly value: Perturbation["kind"]; readonly text: string; readonly tip: string }[] = [
  { value: "noise", text: say`noise`, tip: say`Gaussian noise of the chosen length` },
  { value: "erase", text: say`erase`, tip: say`Damage: what is hit becomes a random start again` },
  { value: "towards", text: say`towards …`, tip: say`One direction: towards the state of another trajectory` },
];

/** What the next kick is to be: its kind, its size, and which cells it changes. */
export function KickControls({ target }: { readonly target: number | null }) {
  const [setup, arrange] = useSetup(kickSetup);
  const { how, size, onlyCells, cells } = setup;
  const selected = useRun((state) => state.selected);
  const breadth = useRun((state) => state.views.length);
  const others = Array.from({ length: breadth }, (_, t) => t).filter((t) => t !== selected);
  return (
    <div className="experiment-controls" data-figure="omit">
      <Segmented
        label={say`Kind of kick`}
        options={HOW}
        value={how}
        onChange={(to) => arrange({ ...setup, how: to })}
      />
      {how === "towards" ? (
        <Choice
          label={say`Trajectory to kick towards`}
          showLabel={false}
          options={others.map((t) => ({ value: String(t), text: say`trajectory ${trajectoryNumber(t)}` }))}
          value={String(target ?? "")}
          onChange={(t) => arrange({ ...setup, towards: Number(t) })}
        />
      ) : (
        <>
          <Tip tip={say`Only the cells you brush on the board: drag over them, or press Space on one`}>
            <ToggleButton
              className="button small"
              isSelected={onlyCells}
              onChange={(on) => arrange({ ...setup, onlyCells: on })}
            >
              {say`only brushed cells`}
              {onlyCells && ` (${cells.length})`}
            </ToggleButton>
          </Tip>
          {onlyCells && cells.length > 0 && (
            <Button
              className="button small quiet"
              onPress={() => arrange({ ...setup, cells: [] })}
            >{say`clear`}</Button>
          )}
        </>
      )}
      {how !== "erase" && (
        <label className="experiment-slider">
          {rich`size${(
            <input
              type="range"
              min={0}
              max={100}
              value={positionOf(size)}
              aria-valuetext={String(size)}
              onChange={(event) => arrange({ ...setup, size: sizeAt(Number(event.target.value)) })}
            />
          )}`}
          <output>{size}</output>
        </label>
      )}
    </div>
  );
}

const { min, max } = KICK_SIZES;

function positionOf(size: number): number {
  return Math.round((100 * Math.log(size / min)) / Math.log(max / min));
}

function sizeAt(position: number): number {
  return Number((min * (max / min) ** (position / 100)).toPrecision(2));
}
