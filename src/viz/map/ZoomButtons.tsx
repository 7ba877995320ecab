import { say } from "../../words/say";

const ICONS = {
  in: "M3 8H13M8 3V13",
  out: "M3 8H13",
  fit: "M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10",
} as const;

export interface ZoomButtonsProps {
  readonly onIn: () => void;
  readonly onOut: () => void;
  /** Shows the whole map; null while it does, and left out where something else does. */
  readonly onFit?: (() => void) | null;
}

/** Zoom for those without a wheel. */
export function ZoomButtons({ onIn, onOut, onFit }: ZoomButtonsProps) {
  return (
    <div className="map-zoom" data-figure="omit">
      <ZoomButton icon="in" label={say`Zoom in`} onPress={onIn} />
      <ZoomButton icon="out" label={say`Zoom out`} onPress={onOut} />
      {onFit !== undefined && <ZoomButton icon="fit" label={say`Show the whole map`} onPress={onFit} />}
    </div>
  );
}

interface ZoomButtonProps {
  readonly icon: keyof typeof ICONS;
  readonly label: string;
  readonly onPress: (() => void) | null;
}

function ZoomButton({ icon, label, onPress }: ZoomButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress ?? undefined} disabled={!onPress}>
      <svg width={16} height={16} aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
    </button>
  );
}
