import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { shortStanding } from "../../../viz/nudges/words";
import { useRun } from "../../appContext";
import { Icon } from "../../controls/Icon";
import { Term } from "../../controls/Term";
import { CycleTable } from "./CycleTable";
import "../../controls/menu.css";
import "./NudgeLine.css";
import { say } from "../../../words/say";

/** Under the board of a nudged run: what a dashed ring means, and the way to what happened so far. */
export function NudgeLine() {
  const nudged = useRun((state) => (state.record?.recipe.nudges ?? 0) > 0);
  const standing = useRun((state) => {
    const nudge = state.textScene.views[state.selected]?.nudge;
    return nudge ? shortStanding(nudge) : "cycles";
  });
  if (!nudged) return null;
  return (
    <div className="nudge-line">
      <Term name="hypothesis">
        <span className="nudge-swatch" aria-hidden="true" />
        {say`hypothesis, as if given`}
      </Term>
      <DialogTrigger>
        <Button className="button small" aria-label={say`Cycles, now ${standing}`}>
          {standing} <Icon name="down" size={12} />
        </Button>
        <Popover className="popover cycles-popover" placement="top end">
          <Dialog className="cycles" aria-labelledby="cycles-title">
            <CycleTable />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
