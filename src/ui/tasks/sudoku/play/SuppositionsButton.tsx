import { Suspense } from "react";
import { Button, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { onDemand } from "../../../onDemand";
import { companionPlacement } from "./companionPlacement";
import "../../../controls/menu.css";
import "./companion.css";
import { say } from "../../../../words/say";

const Suppositions = onDemand(() => import("./SuppositionsPanel").then(({ SuppositionsPanel }) => SuppositionsPanel));

/** Opens the run with a person's own digits as hypotheses. */
export function SuppositionsButton() {
  return (
    <DialogTrigger>
      <Button className="button small">{say`Try my digits`}</Button>
      <Popover className="popover companion" placement={companionPlacement()}>
        <Dialog>
          <Heading slot="title">{say`Your digits as hypotheses`}</Heading>
          <Suspense fallback={<p className="fine">{say`Loading …`}</p>}>
            <Suppositions />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
