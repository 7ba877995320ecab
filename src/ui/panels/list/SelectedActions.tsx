import { Button } from "react-aria-components";
import { trajectoryNumber } from "../../../viz/format";
import { useApp, usePage, useRun } from "../../appContext";
import { viewNamed } from "../../views";
import "./SelectedActions.css";
import { say } from "../../../words/say";

/** Views that act on one trajectory, in the order of the buttons. */
const ACTIONS = ["kick", "stability", "turn"] as const;

/** What can be done to the selected trajectory: each opens its view on the stage. */
export function SelectedActions() {
  const { page } = useApp();
  const selected = useRun((state) => state.selected);
  const started = useRun((state) => state.record !== null);
  const shown = usePage((state) => state.view);
  if (!started) return null;
  const show = (view: string): void => {
    page.setState({ view });
    // On a phone the stage is another screen.
    document.getElementById("stage")?.scrollIntoView({ block: "nearest", inline: "start" });
  };
  return (
    <div className="list-actions">
      <span>{say`Trajectory ${trajectoryNumber(selected)}`}</span>
      {ACTIONS.map((name) => (
        <Button
          key={name}
          className="button small"
          aria-pressed={shown === name}
          aria-label={`${viewNamed(name).tab}: ${viewNamed(name).about}`}
          onPress={() => show(name)}
        >
          {viewNamed(name).short ?? viewNamed(name).tab}
        </Button>
      ))}
    </div>
  );
}
