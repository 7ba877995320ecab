import { Button } from "react-aria-components";
import { sigmaAt } from "../../../model/eqr/recipe";
import { useApp, useRun } from "../../appContext";
import { Tip } from "../../controls/Tip";

/** Switches the path noise off from here on, so that a state can settle. There only while noise is on. */
export function CoolButton() {
  const { play } = useApp();
  const noisy = useRun(({ record }) => record !== null && sigmaAt(record.recipe, record.frames.length) > 0);
  if (!noisy) return null;
  return (
    <Tip tip="Switches the path noise off from here on: only then can a state settle">
      <Button className="button cool-button" onPress={play.coolNow}>
        Cool now
      </Button>
    </Tip>
  );
}
