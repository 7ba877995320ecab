import { say } from "../../../words/say";
import { Segmented } from "../../controls/Segmented";
import { type Knob, type PlaneState, RANGES } from "./setup";
import type { System } from "./systems";

const KNOBS: readonly { readonly name: Knob; readonly label: string }[] = [
  { name: "lambda", label: say`Step size λ` },
  { name: "sigma", label: say`Noise σ` },
  { name: "gain", label: say`Gain` },
];

export interface KnobsProps {
  readonly state: PlaneState;
  readonly system: System;
  readonly onChange: (state: PlaneState) => void;
}

/** The problem, where there are several, and what can be turned. */
export function Knobs({ state, system, onChange }: KnobsProps) {
  return (
    <div className="plane-knobs">
      {system.problems.length > 1 && (
        <Segmented
          label={say`Problem`}
          options={system.problems.map(({ text, words }) => ({ value: text, text: words, tip: say`Givens: ${text}` }))}
          value={state.problem}
          onChange={(problem) => onChange({ ...state, problem })}
        />
      )}
      {KNOBS.map(({ name, label }) => (
        <label key={name} className="plane-knob">
          <span>{label}</span>
          <input
            type="range"
            {...RANGES[name]}
            value={state[name]}
            onChange={(event) => onChange({ ...state, [name]: Number(event.target.value) })}
          />
          <output>{state[name].toFixed(2)}</output>
        </label>
      ))}
    </div>
  );
}
