import { Button } from "react-aria-components";
import { PRESETS, presetOf } from "../../model/eqr/recipe/presets";
import { FIELDS } from "../../model/eqr/recipe/recipe";
import { fromModel, say } from "../../words/say";
import { useApp, useSettings } from "../appContext";

/** What may help where a run has ended unsolved. */
export function NextSteps() {
  const { play } = useApp();
  const fields = useSettings((state) => state.fields);
  const deeper = Math.min(FIELDS.depth.max, 2 * fields.depth);
  const broader = Math.min(FIELDS.breadth.max, 2 * fields.breadth);
  return (
    <div className="next-steps">
      <span>{say`Try:`}</span>
      {deeper > fields.depth && (
        <Button
          className="button small"
          onPress={() => play.setField("depth", deeper)}
        >{say`Deeper (${deeper})`}</Button>
      )}
      {broader > fields.breadth && (
        <Button
          className="button small"
          onPress={() => play.setField("breadth", broader)}
        >{say`More starts (${broader})`}</Button>
      )}
      {presetOf(fields) !== "extreme" && (
        <Button className="button small" onPress={() => play.applyPreset("extreme")}>
          {fromModel(PRESETS.extreme.title)}
        </Button>
      )}
    </div>
  );
}
