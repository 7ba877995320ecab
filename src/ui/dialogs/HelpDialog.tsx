import { useTask } from "../appContext";
import { LanguageChoice } from "../controls/LanguageChoice";
import { Explanation } from "../controls/Term";
import { GLOSSARY, type TermName } from "../glossary";
import { SHORTCUTS } from "../keyboard";
import { PaperButton } from "./paper/PaperButton";
import { Shell } from "./Shell";
import "../controls/table.css";
import "./HelpDialog.css";
import { rich } from "../../words/rich";
import { say } from "../../words/say";

const READ_FIRST: readonly TermName[] = ["latent", "fixedPoint", "residual", "settled", "valid", "q", "votes", "pca"];
const OF_NUDGES: readonly TermName[] = ["nudges", "hypothesis", "released", "accepted", "cycle"];

/** How to read the page, and its keys. */
export function HelpDialog() {
  const { shortcuts } = useTask();
  return (
    <Shell name="help" title={say`How to read this`} size="wide">
      <div className="stack">
        <LanguageChoice />
        <p>{rich`A small trained network is applied to its own state, over and over, from a dozen random starts at once. Nobody tells it when to stop. Where a puzzle lets it, a state comes to rest: a ${<em>{say`fixed point`}</em>}, and the digits read from it are the answer. You watch each start fall into a basin, or fail to.`}</p>
        <ul className="plain-list">
          <li>
            {rich`${<strong>{say`Board:`}</strong>} bold digits are given. The others are what the selected trajectory decodes to; small ones it has not decided on.`}
          </li>
          <li>
            {rich`${<strong>{say`Chart:`}</strong>} the residual of every start on a log scale. A straight fall is a state running into its fixed point. Drag along it to go back in time.`}
          </li>
          <li>
            {rich`${<strong>{say`Map:`}</strong>} each start is a path; rings are starts, marks are where they are now. Paths that end in one point share an attractor. A picture of two axes can mislead: close together need not be close, and even a random walk looks like a spiral here.`}
          </li>
          <li>
            {rich`${<strong>{say`Other views:`}</strong>} the tabs above the map show what a state holds, how the puzzle behaves over many starts, and many puzzles. The arrow beside them lists all with what they show.`}
          </li>
          <li>
            {rich`${<strong>{say`List:`}</strong>} choose a trajectory and every panel highlights it. The best by the rule is followed until you do.`}
          </li>
        </ul>
        <ul className="glossary">
          {READ_FIRST.map((name) => (
            <li key={name}>
              <Explanation entry={GLOSSARY[name]} />
            </li>
          ))}
        </ul>
        <p>
          <PaperButton />
        </p>
        <h3>{say`Nudges`}</h3>
        <p>{say`Some puzzles need a guess. With nudges (Settings, preset Extreme) the page lets the network make some, which the paper does not do. Hypotheses are ringed by dashes on the board; the map marks where each was set, and breaks the path where a start was given up for a fresh one; under the residuals the cycles of the selected trajectory climb a step with every hypothesis, are hatched while it is on probation, and end in what became of them.`}</p>
        <ul className="glossary">
          {OF_NUDGES.map((name) => (
            <li key={name}>
              <Explanation entry={GLOSSARY[name]} />
            </li>
          ))}
        </ul>
        <h3>{say`Keys`}</h3>
        <table className="table keys">
          <tbody>
            {[...SHORTCUTS, ...shortcuts].map(({ keys, text }) => (
              <tr key={text}>
                <th scope="row">
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="fine">{rich`Everything runs in this browser; nothing is sent anywhere. Add ${<code>?backend=wasm</code>} to the address to run on the CPU, ${<code>?debug</code>} for a handle named ${<code>settle</code>} in the console. How fast this device is, beside other libraries: ${<a href="./bench.html">{say`benchmark`}</a>}.`}</p>
      </div>
    </Shell>
  );
}
