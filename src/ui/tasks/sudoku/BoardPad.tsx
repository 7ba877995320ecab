import { NumberPad } from "./NumberPad";
import { ModeRow } from "./play/ModeRow";
import { PlayBar } from "./play/PlayBar";
import { useGame } from "./play/useGame";

/** Under the board: what it is for, and what enters digits without a keyboard. */
export function BoardPad() {
  const playing = useGame((state) => state.mode === "play");
  return (
    <>
      {playing && <PlayBar />}
      <ModeRow />
      <NumberPad />
    </>
  );
}
