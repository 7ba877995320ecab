import { PRESETS, type PresetName } from "../../model/eqr/presets";
import { FIELDS, type NumericField } from "../../model/eqr/recipe";
import type { Conductor, ModelPort } from "../run/conductor";
import { goLive, pause, play, seek, step } from "../run/playback";
import { extentOf } from "../run/scene";
import type { RunStore } from "../store/run";
import { DEFAULT_FIELDS, type SettingsStore, tidyField } from "../store/settings";

/** Everything that moves the cursor, chooses a trajectory or changes the recipe's numbers. */
export function createPlaybackActions(port: ModelPort, conductor: Conductor, run: RunStore, settings: SettingsStore) {
  const select = (trajectory: number): void => {
    run.setState({ selected: trajectory, focus: trajectory, followBest: false });
    conductor.refresh();
  };

  const setField = (field: NumericField, value: number): void => {
    const { fields } = settings.getState();
    const tidy = tidyField(field, value);
    if (tidy !== fields[field]) settings.setState({ fields: { ...fields, [field]: tidy } });
  };

  return {
    playPause(): void {
      conductor.turn((playback, extent) => (playback.playing ? pause(playback, extent) : play(playback, extent)));
    },
    step(by: 1 | -1): void {
      conductor.turn((playback, extent) => step(playback, extent, by));
    },
    seek(k: number): void {
      conductor.turn((playback, extent) => seek(playback, extent, k));
    },
    live(): void {
      conductor.turn(goLive);
    },
    select,
    /** The next (or previous) trajectory of the list. */
    selectBeside(by: 1 | -1): void {
      const { order, selected } = run.getState();
      const beside = order[order.indexOf(selected) + by];
      if (beside !== undefined) select(beside);
    },
    followBest(on: boolean): void {
      run.setState({ followBest: on });
      conductor.refresh();
    },
    hover(trajectory: number | null): void {
      if (run.getState().hovered !== trajectory) run.setState({ hovered: trajectory });
    },
    refit(): void {
      port.send({ type: "refit", run: conductor.run() });
    },
    setField,
    /** Everything of the recipe as the preset has it, but the seed and the tolerance. */
    applyPreset(name: PresetName): void {
      const { seed, tolerance } = settings.getState().fields;
      const { fields, select: rule } = PRESETS[name];
      settings.setState({ fields: { ...DEFAULT_FIELDS, ...fields, seed, tolerance }, rule });
    },
    resetFields(): void {
      settings.setState({ fields: DEFAULT_FIELDS, rule: "residual" });
    },
    newSeed(): void {
      setField("seed", Math.floor(Math.random() * 100_000));
    },
    /** Ends the path noise at the newest iteration; the run goes on from there. */
    coolNow(): void {
      const { end } = extentOf(run.getState().record);
      setField("coolAt", Math.max(1, Math.min(end, FIELDS.coolAt.max)));
    },
  };
}
