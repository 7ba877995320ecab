import { useState } from "react";
import { Button } from "react-aria-components";
import { useApp, usePage, usePuzzle } from "../../../appContext";
import { Icon } from "../../../controls/Icon";
import { checkText, clockText, wrongCells } from "./standing";
import { useClock } from "./useClock";
import { useGame, useWork } from "./useGame";
import "./PlayBar.css";

/** In Play: the time, what can be asked, and what was answered. */
export function PlayBar() {
  const { game } = useApp();
  const puzzle = usePuzzle((state) => state.puzzle);
  const own = usePuzzle((state) => state.own);
  const paused = useGame((state) => state.paused);
  const hints = useGame((state) => state.hints);
  const checked = useGame((state) => state.checked);
  const solution = usePage(({ findings }) => (findings?.puzzle === puzzle ? findings.solution : null));
  const { work, standing } = useWork();
  const elapsed = useClock(!paused && !standing.finished);
  // An answer is about the board as it was asked for.
  const [asked, setAsked] = useState<string | null>(null);
  const here = `${puzzle} ${own ?? ""}`;
  const answers = asked === here;
  return (
    <div className="play-bar">
      <div className="play-actions">
        <Button
          className="button small quiet play-clock"
          aria-label={`Time ${clockText(elapsed)}, ${paused ? "go on" : "pause"}`}
          isDisabled={standing.finished}
          onPress={() => game.setState({ paused: !paused })}
        >
          <Icon name={paused ? "play" : "pause"} size={12} /> {clockText(elapsed)}
        </Button>
        <Button className="button small" onPress={() => setAsked(here)}>
          Check
        </Button>
      </div>
      <div className="play-words" role="status">
        {standing.finished ? (
          <p>
            <strong className="play-done">Solved</strong> in {clockText(elapsed)}
            {hints > 0 && `, with ${hints} ${hints === 1 ? "hint" : "hints"}`}. Choose Watch to see how the network
            does.
          </p>
        ) : (
          answers && (
            <p>
              {checkText(standing, checked && solution ? wrongCells(work, solution) : null)}{" "}
              {!checked && solution && (
                <Button className="button small" onPress={() => game.setState({ checked: true })}>
                  Compare with the solution
                </Button>
              )}
              {!solution && "There is no single solution to compare with."}
            </p>
          )
        )}
      </div>
    </div>
  );
}
