import { Button } from "react-aria-components";
import { say } from "../../words/say";
import { usePuzzle, useTask } from "../appContext";
import { CaptionLine } from "../panels/CaptionLine";

/** The puzzle and what its author says of it, before anything is fetched or computed: a press brings the rest. */
export function Poster({ onOpen }: { readonly onOpen: () => void }) {
  const { Board, givens } = useTask();
  const puzzle = usePuzzle((state) => state.puzzle);
  return (
    <div className="embed poster">
      <section className="panel puzzle-panel" aria-label={say`Puzzle`} id="puzzle">
        <Board readOnly />
      </section>
      <div className="poster-side">
        <CaptionLine closable={false} />
        <p>{say`A small neural network iterates on this puzzle of ${givens(puzzle)}, in your browser.`}</p>
        <Button className="button primary" onPress={onOpen}>{say`Run it here`}</Button>
        <p className="fine">{say`Nothing is loaded before: then a few megabytes, which stay on your device.`}</p>
      </div>
    </div>
  );
}
