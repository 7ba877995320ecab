import { Button } from "react-aria-components";
import type { Judged } from "../../../model/evaluate/judge";
import { rich } from "../../../words/rich";
import { counted, say } from "../../../words/say";
import { useApp, useTask } from "../../appContext";

/** More would be a list that nobody reads; the export has them all. */
const SHOWN = 60;

/** The puzzles that came out wrong: a press puts one on the board. */
export function Unsolved({ judged }: { readonly judged: readonly Judged[] }) {
  const { edit } = useApp();
  const { Thumbnail } = useTask();
  const unsolved = judged.filter(({ solved }) => !solved);
  if (unsolved.length === 0) return null;
  return (
    <section aria-labelledby="unsolved-title">
      <h3 id="unsolved-title">
        {say`Not solved: ${counted(unsolved.length)}`}
        {unsolved.length > SHOWN && say`, the first ${SHOWN} of them`}
      </h3>
      <ul className="unsolved">
        {unsolved.slice(0, SHOWN).map(({ row, answer: { guesses, settled, accepted } }) => (
          <li key={row.line}>
            <Button
              className="unsolved-one"
              aria-label={say`Put line ${row.line} on the board`}
              onPress={() => edit.put(row.puzzle, say`line ${row.line} of the evaluation`)}
            >
              <Thumbnail puzzle={row.puzzle} />
              <span>
                {rich`line ${row.line}${<span className="fine">{guesses === null ? say`unrated` : say`${guesses} guesses`}</span>}`}
                <span className="fine">
                  {accepted ? say`accepted` : settled ? say`settled wrong` : say`not settled`}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
