import { Button } from "react-aria-components";
import { EXAMPLES, type Example, type ExampleKind } from "../../../model/tasks/sudoku/examples";
import { clueCount } from "../../../model/tasks/sudoku/grid";
import { useApp } from "../../appContext";
import { Shell } from "../../dialogs/Shell";
import { Library } from "./play/Library";
import { Thumbnail } from "./Thumbnail";
import "./ExamplesDialog.css";
import { fromModel, say } from "../../../words/say";

const GROUPS: readonly { readonly kinds: readonly ExampleKind[]; readonly title: string; readonly text: string }[] = [
  { kinds: ["easy"], title: say`Easy`, text: say`Singles alone solve these.` },
  { kinds: ["medium"], title: say`Medium`, text: say`Singles still solve these, from fewer clues.` },
  { kinds: ["hard"], title: say`Hard`, text: say`Singles run out; a search needs a few guesses.` },
  { kinds: ["extreme"], title: say`Extreme`, text: say`A search needs 20 guesses or more.` },
  {
    kinds: ["several"],
    title: say`Several solutions`,
    text: say`Different starts may settle on different valid grids.`,
  },
  {
    kinds: ["none", "conflict"],
    title: say`No solution`,
    text: say`There is no valid grid to settle on. Watch what happens instead.`,
  },
];

/** Puzzles with a name and a source, by difficulty. */
export function ExamplesDialog() {
  return (
    <Shell name="examples" title={say`Examples`} size="wide">
      <div className="example-groups">
        <Library />
        {GROUPS.map(({ kinds, title, text }) => (
          <section key={title}>
            <h3>{title}</h3>
            <p className="fine">{text}</p>
            <ul className="examples">
              {EXAMPLES.filter(({ kind }) => kinds.includes(kind)).map((example) => (
                <li key={example.id}>
                  <ExampleButton example={example} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Shell>
  );
}

function ExampleButton({ example }: { readonly example: Example }) {
  const { edit, page } = useApp();
  const take = (): void => {
    edit.put(example.puzzle, example.name, example.preset);
    page.setState({ dialog: null });
  };
  return (
    <Button
      className="example"
      onPress={take}
      aria-label={fromModel(example.name)}
      aria-describedby={`${example.id}-note`}
    >
      <Thumbnail puzzle={example.puzzle} />
      <span className="example-words" id={`${example.id}-note`}>
        <strong>{fromModel(example.name)}</strong>
        <span className="fine">{say`${clueCount(example.puzzle)} clues · ${fromModel(example.source)}`}</span>
        <span className="example-note">{fromModel(example.note)}</span>
      </span>
    </Button>
  );
}
