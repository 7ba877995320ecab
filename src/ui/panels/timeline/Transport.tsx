import { useRef } from "react";
import { Button, Toolbar } from "react-aria-components";
import { useApp, useRun, useSettings } from "../../appContext";
import { Choice } from "../../controls/Choice";
import { Icon } from "../../controls/Icon";
import { IconButton } from "../../controls/IconButton";
import { Term } from "../../controls/Term";
import { Tip } from "../../controls/Tip";
import { useKeptFocus } from "../../controls/useKeptFocus";
import { atTheEnd, SPEEDS } from "../../run/playback";
import { extentOf } from "../../run/scene";
import "./Transport.css";
import { say } from "../../../words/say";

const SPEED_OPTIONS = SPEEDS.map((speed) => ({
  value: String(speed),
  text: speed === Number.POSITIVE_INFINITY ? say`max` : say`${speed} it/s`,
}));

/** Play, step, scrub back, go live; and how fast. */
export function Transport() {
  const { play, settings } = useApp();
  const ready = useRun((state) => state.record !== null);
  const playing = useRun((state) => state.playback.playing);
  const live = useRun((state) => state.playback.live);
  const atStart = useRun((state) => state.playback.cursor === 0);
  const over = useRun((state) => state.record !== null && atTheEnd(state.playback, extentOf(state.record)));
  const speed = useSettings((state) => state.speed);
  const bar = useRef<HTMLDivElement>(null);
  const playButton = useRef<HTMLButtonElement>(null);
  useKeptFocus(bar, playButton);
  const label = playing && ready ? say`Pause` : over ? say`Replay` : say`Play`;
  return (
    <Toolbar ref={bar} className="transport" aria-label={say`Playback`}>
      <Tip
        tip={
          <>
            {label} <kbd>Space</kbd>
          </>
        }
      >
        <Button
          ref={playButton}
          className="button primary play-button"
          aria-label={label}
          isDisabled={!ready}
          onPress={play.playPause}
        >
          <Icon name={playing && ready ? "pause" : over ? "reset" : "play"} />
          <span className="play-word">{label}</span>
        </Button>
      </Tip>
      <IconButton
        icon="toStart"
        label={say`Back to the start`}
        className="button icon-only to-start"
        isDisabled={!ready || atStart}
        onPress={() => play.seek(0)}
      />
      <IconButton
        icon="back"
        label={say`Step back`}
        shortcut=","
        isDisabled={!ready || atStart}
        onPress={() => play.step(-1)}
      />
      <IconButton
        icon="forward"
        label={say`Step forward`}
        shortcut="."
        isDisabled={!ready || over}
        onPress={() => play.step(1)}
      />
      <Tip
        tip={
          <>
            {say`To the newest iteration, and on`} <kbd>L</kbd>
          </>
        }
      >
        <Button
          className="button live-button"
          aria-label={say`Live`}
          data-live={(ready && live) || undefined}
          isDisabled={!ready || live}
          onPress={play.live}
        >
          <span className="live-dot" aria-hidden="true" />
          <span className="live-word">{say`Live`}</span>
        </Button>
      </Tip>
      <Choice
        label={say`Speed`}
        showLabel={false}
        options={SPEED_OPTIONS}
        value={String(speed)}
        onChange={(value) => settings.setState({ speed: Number(value) })}
      />
      <Readout />
    </Toolbar>
  );
}

/** The iteration that all panels show. */
function Readout() {
  const cursor = useRun((state) => state.textScene.cursor);
  const depth = useRun((state) => state.record?.recipe.depth);
  return (
    <Term name="iteration">
      <span className="readout">
        k = <b>{cursor}</b>
        {depth !== undefined && <span className="of"> {say`of ${depth}`}</span>}
      </span>
    </Term>
  );
}
