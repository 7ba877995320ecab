import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useApp } from "../../../appContext";
import { Segmented } from "../../../controls/Segmented";
import { Tip } from "../../../controls/Tip";
import { type BoardMode, ENTRIES, type Entry } from "../../../store/game";
import { BeliefButton } from "./BeliefButton";
import { useGame } from "./useGame";
import "./ModeRow.css";
import { say } from "../../../../words/say";

const MODES: readonly { readonly value: BoardMode; readonly text: string; readonly tip: string }[] = [
  { value: "watch", text: say`Watch`, tip: say`The network's digits, at the iteration of the timeline` },
  { value: "play", text: say`Play`, tip: say`Your own digits; the network's are hidden` },
  { value: "edit", text: say`Edit clues`, tip: say`Digits become clues, and the network runs on the changed puzzle` },
];

const ENTRY_WORDS: Readonly<Record<Entry, { readonly label: string; readonly key: string }>> = {
  digit: { label: say`Digits`, key: "Z" },
  corner: { label: say`Corner marks`, key: "X" },
  centre: { label: say`Centre marks`, key: "C" },
  colour: { label: say`Colours`, key: "V" },
};

/** What the board is for, and in Play what a digit enters: one row. */
export function ModeRow() {
  const { game } = useApp();
  const mode = useGame((state) => state.mode);
  return (
    <div className="mode-row">
      <Segmented label={say`Board`} options={MODES} value={mode} onChange={(next) => game.setState({ mode: next })} />
      {mode === "play" ? <EntrySwitch /> : <BeliefButton />}
    </div>
  );
}

function EntrySwitch() {
  const { game } = useApp();
  const entry = useGame((state) => state.entry);
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={say`Digits enter`}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[entry]}
      onSelectionChange={(keys) => {
        const next = ENTRIES.find((one) => keys.has(one));
        if (next) game.setState({ entry: next });
      }}
    >
      {ENTRIES.map((id) => (
        <Tip
          key={id}
          tip={
            <>
              {ENTRY_WORDS[id].label} <kbd>{ENTRY_WORDS[id].key}</kbd>
            </>
          }
        >
          <ToggleButton id={id} className="segment entry" aria-label={ENTRY_WORDS[id].label}>
            <EntryPicture entry={id} />
          </ToggleButton>
        </Tip>
      ))}
    </ToggleButtonGroup>
  );
}

/** A cell with what is entered. */
function EntryPicture({ entry }: { readonly entry: Entry }) {
  return (
    <svg className="icon" width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
      <rect x={1} y={1} width={16} height={16} rx={2.5} fill="none" stroke="currentColor" strokeWidth={1} />
      {entry === "colour" && (
        <path d="M1.5 16.5 16.5 1.5V15a1.5 1.5 0 0 1-1.5 1.5z" fill="currentColor" opacity={0.55} />
      )}
      {entry === "digit" && (
        <text x={9} y={13.4} fontSize={12.5} fontWeight={600} textAnchor="middle" fill="currentColor">
          1
        </text>
      )}
      {entry === "corner" && <path d="M3.5 3.5h3.2v3.2H3.5zM11.3 3.5h3.2v3.2h-3.2z" fill="currentColor" />}
      {entry === "centre" && <path d="M5 7.4h3.2v3.2H5zM9.8 7.4H13v3.2H9.8z" fill="currentColor" />}
    </svg>
  );
}
