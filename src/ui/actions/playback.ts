import type { PresetName } from "../../model/eqr/recipe/presets";
import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { goLive, pause, play, seek, step } from "../run/playback";
import type { ModelClient, PlaybackLoop } from "../run/playbackLoop";
import { extentOf } from "../run/scene";
import type { RunStore } from "../store/run";
import { DEFAULT_FIELDS, type SettingsStore, tidyField } from "../store/settings";
import { withPreset } from "./presets";

export type PlaybackActions = ReturnType<typeof createPlaybackActions>;

/** Everything that moves the cursor, chooses a trajectory or changes the recipe's numbers. */
export function createPlaybackActions(client: ModelClient, loop: PlaybackLoop, run: RunStore, settings: SettingsStore) {
  const select = (trajectory: number): void => {
    run.setState({ selected: trajectory, focus: trajectory, followBest: false });
    loop.refresh();
  };

  const setField = (field: NumericField, value: number): void => {
    const { fields } = settings.getState();
    const tidy = tidyField(field, value);
    if (tidy !== fields[field]) settings.setState({ fields: { ...fields, [field]: tidy } });
  };

  return {
    playPause(): void {
      loop.turn((playback, extent) => (playback.playing ? pause(playback, extent) : play(playback, extent)));
    },
    step(by: 1 | -1): void {
      loop.turn((playback, extent) => step(playback, extent, by));
    },
    seek(k: number): void {
      loop.turn((playback, extent) => seek(playback, extent, k));
    },
    live(): void {
      loop.turn(goLive);
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
      loop.refresh();
    },
    hover(trajectory: number | null): void {
      if (run.getState().hovered !== trajectory) run.setState({ hovered: trajectory });
    },
    refit(): void {
      client.send({ type: "refit", run: loop.run() });
    },
    setField,
    /** Everything of the recipe as the preset has it, but the seed and the tolerance. */
    applyPreset(name: PresetName): void {
      settings.setState({ ...withPreset(settings.getState(), name), beforePreset: null });
    },
    resetFields(): void {
      settings.setState({ fields: DEFAULT_FIELDS, rule: "residual", beforePreset: null });
    },
    newSeed(): void {
      setField("seed", Math.floor(Math.random() * 100_000));
    },
    /** Ends the path noise at the newest iteration; the run goes on from there. */
    coolNow(): void {
      const { end } = extentOf(run.getState().record);
      setField("noisyFor", Math.max(1, Math.min(end, FIELDS.noisyFor.max)));
    },
  };
}
