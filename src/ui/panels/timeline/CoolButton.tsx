import { Button } from "react-aria-components";
import { sigmaAt } from "../../../model/eqr/recipe/schedule";
import type { RunRecord } from "../../../model/eqr/record/record";
import { say } from "../../../words/say";
import { useApp, useRun } from "../../appContext";
import { Tip } from "../../controls/Tip";

function canCool({ recipe, frames }: RunRecord): boolean {
  return recipe.period === 0 && sigmaAt(recipe, frames.length) > 0;
}

/** Switches the path noise off from here on, so that a state can settle. There only while noise is on that does not come back. */
export function CoolButton() {
  const { play } = useApp();
  const noisy = useRun(({ record }) => record !== null && canCool(record));
  if (!noisy) return null;
  return (
    <Tip tip={say`Switches the path noise off from here on: only then can a state settle`}>
      <Button className="button cool-button" onPress={play.coolNow}>{say`Cool now`}</Button>
    </Tip>
  );
}
