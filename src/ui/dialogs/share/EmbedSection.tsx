import { useRef, useState } from "react";
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  DisclosurePanel,
  Heading,
  Label,
  TextArea,
  TextField,
} from "react-aria-components";
import { taskNamed } from "../../../model/tasks";
import { useApp, useTask } from "../../appContext";
import { Icon } from "../../controls/Icon";
import {
  DEFAULT_EMBED,
  EMBED_CONTROLS,
  EMBED_PANELS,
  type EmbedControl,
  type EmbedOptions,
  type EmbedPanel,
} from "../../embed/options";
import { embedSnippet } from "../../embed/snippet";
import type { SharedRun } from "../../link/sharedRun";
import { useCopying } from "./useCopying";
import "../../controls/check.css";
import "./EmbedSection.css";
import { rich } from "../../../words/rich";
import { fromModel, say } from "../../../words/say";

const PANEL_WORDS: Readonly<Record<EmbedPanel, string>> = {
  board: say`board`,
  stage: say`the view on the stage`,
  list: say`trajectories`,
  chart: say`residuals`,
};

const CONTROL_WORDS: Readonly<Record<EmbedControl, string>> = {
  play: say`play and scrub`,
  views: say`choose the view`,
  settings: say`breadth and depth`,
  puzzle: say`edit the puzzle`,
};

/** HTML that shows this run in another page, with what the reader is to see and to do. */
export function EmbedSection({ run }: { readonly run: SharedRun }) {
  const { share } = useApp();
  const task = useTask();
  const [options, setOptions] = useState<EmbedOptions>(DEFAULT_EMBED);
  const area = useRef<HTMLTextAreaElement>(null);
  const change = (part: Partial<EmbedOptions>): void => setOptions({ ...options, ...part });
  const { recipe, cursor, caption } = run;
  // A run that plays at once is seen from its start, where there is no outcome yet to be compared.
  const link = share.address(options.play ? { ...run, cursor: 0, reached: run.reached ?? cursor, outcome: null } : run);
  const what = say`a network iterates on a ${fromModel(taskNamed(task.name).title)} of ${task.givens(recipe.puzzle)}`;
  const snippet = embedSnippet(link, options, `Settle: ${caption?.title || what}`);
  const { said, refused, copy } = useCopying(area, snippet, "HTML");
  return (
    <Disclosure className="embed-section">
      <Heading level={3}>
        <Button slot="trigger" className="disclosure-button">
          <Icon name="forward" size={14} />
          {say`Embed this run in a page`}
        </Button>
      </Heading>
      <DisclosurePanel className="stack">
        <Choices
          label={say`Shows`}
          words={PANEL_WORDS}
          known={EMBED_PANELS}
          value={options.panels}
          onChange={(panels) => panels.length > 0 && change({ panels })}
        />
        <Choices
          label={say`Lets readers`}
          words={CONTROL_WORDS}
          known={EMBED_CONTROLS}
          value={options.controls}
          onChange={(controls) => change({ controls })}
        />
        <Checkbox className="check" isSelected={options.play} onChange={(play) => change({ play })}>
          <span className="check-box" aria-hidden="true" />
          {say`autoplay from k = 0`}
        </Checkbox>
        <Checkbox className="check" isSelected={options.poster} onChange={(poster) => change({ poster })}>
          <span className="check-box" aria-hidden="true" />
          {say`only the puzzle until a reader presses “Run it here”`}
        </Checkbox>
        <TextField className="text-field" value={snippet} isReadOnly>
          <Label>{say`HTML`}</Label>
          <TextArea
            ref={area}
            className="text-area"
            rows={4}
            spellCheck={false}
            onFocus={(event) => event.target.select()}
          />
        </TextField>
        <div className="dialog-actions">
          <p role="status" className="parse-result embed-copied" data-bad={refused || undefined}>
            {said}
          </p>
          <Button className="button" onPress={() => void copy()}>{say`Copy HTML`}</Button>
        </div>
        <p className="fine">{rich`By postMessage the frame tells the page around it the height it would like, when a trajectory settles and how the run ends: see docs/embed.md, and live examples in ${<a href="./embeds.html">{say`embeds.html`}</a>}.`}</p>
      </DisclosurePanel>
    </Disclosure>
  );
}

interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly words: Readonly<Record<T, string>>;
  readonly known: readonly T[];
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
}

function Choices<T extends string>({ label, words, known, value, onChange }: ChoicesProps<T>) {
  return (
    <CheckboxGroup
      className="checks"
      value={[...value]}
      onChange={(names) => onChange(known.filter((name) => names.includes(name)))}
    >
      <Label>{label}</Label>
      {known.map((name) => (
        <Checkbox key={name} value={name} className="check">
          <span className="check-box" aria-hidden="true" />
          {words[name]}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
