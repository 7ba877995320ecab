import { Button } from "react-aria-components";
import type { Judged } from "../../../model/evaluate/judge";
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
        Not solved: {unsolved.length.toLocaleString("en")}
        {unsolved.length > SHOWN && `, the first ${SHOWN} of them`}
      </h3>
      <ul className="unsolved">
        {unsolved.slice(0, SHOWN).map(({ row, answer: { guesses, settled, accepted } }) => (
          <li key={row.line}>
            <Button
              className="unsolved-one"
              aria-label={`Put line ${row.line} on the board`}
              onPress={() => edit.put(row.puzzle, `line ${row.line} of the evaluation`)}
            >
              <Thumbnail puzzle={row.puzzle} />
              <span>
                line {row.line}
                <span className="fine">{guesses === null ? "unrated" : `${guesses} guesses`}</span>
                <span className="fine">{accepted ? "accepted" : settled ? "settled wrong" : "not settled"}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
