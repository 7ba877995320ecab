import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { digitsOf } from "../../../../model/tasks/sudoku/grid";
import { useApp, usePage, usePuzzle } from "../../../appContext";
import { Icon } from "../../../controls/Icon";
import { BeliefButton } from "./BeliefButton";
import { HintAnswer } from "./HintAnswer";
import { type Hint, hintOf, type Strength } from "./hint";
import { SuppositionsButton } from "./SuppositionsButton";
import { checkText, clockText, wrongCells } from "./standing";
import { useClock } from "./useClock";
import { useGame, useMoves, useWork } from "./useGame";
import "./PlayBar.css";
import { rich } from "../../../../words/rich";
import { say } from "../../../../words/say";

/** What was asked, of the board as it was then: an answer to another board is not shown. */
type Asked = { readonly of: string } & (
  | { readonly kind: "check" }
  | { readonly kind: "hint"; readonly hint: Hint; readonly strength: Strength }
);

/** In Play: the time, what can be asked, and what was answered. */
export function PlayBar() {
  const { game, run, settings } = useApp();
  const moves = useMoves();
  const puzzle = usePuzzle((state) => state.puzzle);
  const of = usePuzzle((state) => `${state.puzzle} ${state.own ?? ""}`);
  const paused = useGame((state) => state.paused);
  const { work, standing } = useWork();
  const { finished } = standing;
  const elapsed = useClock(!paused && !finished);
  const [asked, setAsked] = useState<Asked | null>(null);
  const hint = (): void => {
    const { record } = run.getState();
    const question = { record: record?.recipe.puzzle === puzzle ? record : null, rule: settings.getState().rule };
    const found = hintOf({ ...question, givens: digitsOf(puzzle), work });
    setAsked({ kind: "hint", of, hint: found, strength: "where" });
    if (found.kind === "none") return;
    game.setState(({ hints }) => ({ hints: hints + 1 }));
    moves.select([found.cell], found.cell);
  };
  return (
    <div className="play-bar">
      <div className="play-actions">
        <Button
          className="button small quiet play-clock"
          aria-label={say`Time ${clockText(elapsed)}, ${paused ? say`go on` : say`pause`}`}
          isDisabled={finished}
          onPress={() => game.setState({ paused: !paused })}
        >
          <Icon name={paused ? "play" : "pause"} size={12} /> {clockText(elapsed)}
        </Button>
        <Button className="button small" onPress={() => setAsked({ kind: "check", of })}>{say`Check`}</Button>
        <Button className="button small" onPress={hint}>{say`Hint`}</Button>
        <BeliefButton />
        <SuppositionsButton />
      </div>
      <div className="play-words" role="status">
        {finished ? (
          <Solved elapsed={elapsed} />
        ) : asked?.of !== of ? null : asked.kind === "check" ? (
          <CheckAnswer />
        ) : (
          <HintAnswer
            hint={asked.hint}
            strength={asked.strength}
            onStronger={(strength) => setAsked({ ...asked, strength })}
            onPut={moves.put}
          />
        )}
      </div>
    </div>
  );
}

function Solved({ elapsed }: { readonly elapsed: number }): ReactNode {
  const hints = useGame((state) => state.hints);
  return (
    <p>
      <span>
        {rich`${<strong className="play-done">{say`Solved`}</strong>} in ${clockText(elapsed)}`}
        {hints > 0 && say`, with ${hints} ${hints === 1 ? say`hint` : say`hints`}`}
        {say`. Choose Watch to see how the network does.`}
      </span>
    </p>
  );
}

function CheckAnswer(): ReactNode {
  const { game } = useApp();
  const puzzle = usePuzzle((state) => state.puzzle);
  const checked = useGame((state) => state.checked);
  const solution = usePage(({ findings }) => (findings?.puzzle === puzzle ? findings.solution : null));
  const { work, standing } = useWork();
  return (
    <p>
      <span>
        {checkText(standing, checked && solution ? wrongCells(work, solution) : null)}
        {!solution && say` There is no single solution to compare with.`}
      </span>
      {!checked && solution && (
        <Button
          className="button small"
          onPress={() => game.setState({ checked: true })}
        >{say`Compare with the solution`}</Button>
      )}
    </p>
  );
}
