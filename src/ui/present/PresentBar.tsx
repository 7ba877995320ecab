import { useState } from "react";
import { Button, ToggleButton } from "react-aria-components";
import { say } from "../../words/say";
import { usePage } from "../appContext";
import { Transport } from "../panels/timeline/Transport";
import { PART_NAMES, PRESENT_PARTS, type PresentPart } from "./parts";

export interface PresentBarProps {
  /** "3 of 12"; null without a lesson. */
  readonly place: { readonly index: number; readonly count: number } | null;
  /** Whether what is shown is of the run on the page. */
  readonly withTransport: boolean;
  readonly spotlight: boolean;
  readonly fullscreen: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onSpotlight: (on: boolean) => void;
  /** Null where the browser offers none. */
  readonly onFullscreen: (() => void) | null;
  readonly onToggle: (part: PresentPart) => void;
  readonly onLeave: () => void;
}

/** What runs and steps a presentation, and what of it is shown. */
export function PresentBar(props: PresentBarProps) {
  const { place, withTransport, spotlight, fullscreen, onStep, onSpotlight, onFullscreen, onToggle, onLeave } = props;
  const hidden = usePage((state) => state.hidden);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="present-bar">
      {choosing ? (
        <fieldset className="present-parts">
          <legend className="visually-hidden">{say`Panels to show`}</legend>
          {PRESENT_PARTS.map((part) => (
            <ToggleButton
              key={part}
              className="button small"
              isSelected={!hidden.includes(part)}
              onChange={() => onToggle(part)}
            >
              {PART_NAMES[part]}
            </ToggleButton>
          ))}
        </fieldset>
      ) : (
        withTransport && <Transport />
      )}
      <div className="present-side">
        {place && (
          <nav className="present-steps" aria-label={say`Steps of the lesson`}>
            <Button className="button small" isDisabled={place.index === 0} onPress={() => onStep(-1)}>
              {say`Back`}
            </Button>
            <span>{say`${place.index + 1} of ${place.count}`}</span>
            <Button
              className="button small"
              isDisabled={place.index === place.count - 1}
              aria-keyshortcuts="PageDown"
              onPress={() => onStep(1)}
            >
              {say`Next`}
            </Button>
          </nav>
        )}
        <ToggleButton className="button small" aria-keyshortcuts="S" isSelected={spotlight} onChange={onSpotlight}>
          {say`Spotlight`}
        </ToggleButton>
        <ToggleButton className="button small" isSelected={choosing} onChange={setChoosing}>
          {say`Panels`}
        </ToggleButton>
        {onFullscreen && (
          <Button className="button small" aria-keyshortcuts="F" onPress={onFullscreen}>
            {fullscreen ? say`Window` : say`Full screen`}
          </Button>
        )}
        <Button className="button small" aria-keyshortcuts="Escape" onPress={onLeave}>
          {say`Leave`}
        </Button>
      </div>
    </div>
  );
}
