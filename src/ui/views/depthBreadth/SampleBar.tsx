import { say } from "../../../words/say";
import { useSetup } from "../../appContext";
import { ExperimentBar } from "../../experiments/ExperimentBar";
import { StartsChoice } from "./StartsChoice";
import { ensembleSetup, SAMPLE_START_CHOICES } from "./setup";
import type { useSample } from "./useSample";

export interface SampleBarProps {
  readonly bar: ReturnType<typeof useSample>["bar"];
  /** What came of it. */
  readonly sentence: string | null;
}

/** Measures the sample: how many starts each of its puzzles takes, and the button that begins. */
export function SampleBar({ bar, sentence }: SampleBarProps) {
  const [setup, arrange] = useSetup(ensembleSetup);
  return (
    <ExperimentBar kind="sample" action={say`Measure`} {...bar} sentence={sentence}>
      <StartsChoice
        label={say`Starts per puzzle`}
        choices={SAMPLE_START_CHOICES}
        value={setup.sampleStarts}
        onChange={(sampleStarts) => arrange({ ...setup, sampleStarts })}
      />
    </ExperimentBar>
  );
}
