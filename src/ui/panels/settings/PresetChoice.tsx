import { Button, Label, Radio, RadioGroup } from "react-aria-components";
import { BREADTH_KINDS, breadthKind, PRESETS, type PresetName, presetOf } from "../../../model/eqr/recipe/presets";
import { useApp, useSettings } from "../../appContext";
import { Term } from "../../controls/Term";
import "../../controls/FieldControl.css";
import "../../controls/presets.css";
import { rich } from "../../../words/rich";
import { fromModel, say } from "../../../words/say";

const BREADTH_NAMES = { pure: say`pure breadth`, nudged: say`nudged breadth` };

const NAMES = Object.keys(PRESETS) as PresetName[];

/** Which kind of breadth is run: the paper's, ours, or values of one's own. It follows from the numbers and is no setting. */
export function PresetChoice() {
  const { play } = useApp();
  const fields = useSettings((state) => state.fields);
  const preset = presetOf(fields);
  return (
    <div className="field">
      <RadioGroup
        className="presets"
        value={preset ?? "custom"}
        onChange={(value) => {
          const name = NAMES.find((candidate) => candidate === value);
          if (name) play.applyPreset(name);
        }}
      >
        <Label className="field-label">{say`Preset`}</Label>
        {NAMES.map((name) => (
          <Preset
            key={name}
            value={name}
            title={fromModel(PRESETS[name].title)}
            kind={breadthKind(PRESETS[name].fields)}
          />
        ))}
        <Preset value="custom" title={say`Custom`} kind={preset ? null : breadthKind(fields)} />
      </RadioGroup>
      {preset && <InFull preset={preset} />}
      <p className="fine">
        {rich`${<Term name="nudges">{say`Nudges`}</Term>} are not in the paper: results with and without nudges are not comparable.`}
      </p>
    </div>
  );
}

interface PresetProps {
  readonly value: string;
  readonly title: string;
  /** Null where it cannot be chosen: custom is what any changed number makes. */
  readonly kind: keyof typeof BREADTH_KINDS | null;
}

function Preset({ value, title, kind }: PresetProps) {
  return (
    <Radio value={value} className="preset" isDisabled={kind === null}>
      <span className="preset-words">
        <strong>{title}</strong>
        <span className="fine">
          {kind ? `${BREADTH_NAMES[kind]}: ${fromModel(BREADTH_KINDS[kind])}` : say`your own settings`}
        </span>
      </span>
    </Radio>
  );
}

/** The preset names the dynamics; its figures are for a depth and a breadth too. */
function InFull({ preset }: { readonly preset: PresetName }) {
  const { play } = useApp();
  const depth = useSettings((state) => state.fields.depth);
  const breadth = useSettings((state) => state.fields.breadth);
  const { fields } = PRESETS[preset];
  if (depth === fields.depth && breadth === fields.breadth) return null;
  return (
    <Button className="button small" onPress={() => play.applyPreset(preset)}>
      {say`Paper-scale: depth ${fields.depth}, breadth ${fields.breadth}`}
    </Button>
  );
}
