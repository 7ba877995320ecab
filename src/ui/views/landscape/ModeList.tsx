import { Button } from "react-aria-components";
import type { Mode } from "../../../model/analysis/modes";
import { wilson } from "../../../model/analysis/wilson";
import { say } from "../../../words/say";
import { useApp, useRun } from "../../appContext";
import { cardOf } from "../../store/run";
import { useModeExamples } from "./useModeExamples";
import { MODE_NAMES, MODE_RULES, shareWords } from "./words";

const MODES: readonly Exclude<Mode, "undecided">[] = ["absent", "together", "narrow", "broad"];

/** The four modes of the paper: how each is told here, and a puzzle that was measured to show it, where one does. */
export function ModeList({ shown }: { readonly shown: Mode | null }) {
  const { edit } = useApp();
  const card = useRun((state) => cardOf(state.worker));
  const list = useModeExamples(card?.name ?? null, card?.weights.sha256 ?? null);
  return (
    <section className="mode-list" aria-label={say`The modes of a landscape`}>
      <h3>{say`Four modes`}</h3>
      <ul>
        {MODES.map((mode) => {
          const example = list?.examples[mode] ?? null;
          return (
            <li key={mode} data-shown={mode === shown || undefined}>
              <p>
                <strong>{MODE_NAMES[mode]}</strong>
                {mode === shown && say` (this puzzle)`}: {MODE_RULES[mode]}.
              </p>
              {example && list && (
                <p className="fine">
                  <Button className="button small" onPress={() => edit.put(example.puzzle, example.name)}>
                    {example.name}
                  </Button>{" "}
                  {say`${shareWords(wilson(example.correct, list.starts))} on the solution`}
                  {example.spurious > 0 && say`, ${shareWords(wilson(example.spurious, list.starts))} elsewhere`}
                </p>
              )}
              {list && !example && (
                <p className="fine">{say`Does not occur in the ${list.puzzles} puzzles looked at, each with one solution.`}</p>
              )}
            </li>
          );
        })}
      </ul>
      {list ? (
        <p className="fine">{say`Measured with these weights on ${list.puzzles} puzzles with one solution: ${list.starts} starts each, depth ${list.depth}, λ ${list.lambda}, no noise.`}</p>
      ) : (
        <p className="fine">{say`No examples were measured with these weights.`}</p>
      )}
    </section>
  );
}
