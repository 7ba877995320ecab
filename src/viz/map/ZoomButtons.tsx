import type { ZoomControl } from "./useZoom";

const ICONS = {
  in: "M3 8H13M8 3V13",
  out: "M3 8H13",
  fit: "M3 6V3H6M10 3H13V6M13 10V13H10M6 13H3V10",
} as const;

/** Zoom for those without a wheel. */
export function ZoomButtons({ control }: { readonly control: ZoomControl }) {
  const moved = control.zoom.k !== 1 || control.zoom.x !== 0 || control.zoom.y !== 0;
  return (
    <div className="map-zoom" data-figure="omit">
      <ZoomButton icon="in" label="Zoom in" onPress={() => control.scaleBy(1.5)} />
      <ZoomButton icon="out" label="Zoom out" onPress={() => control.scaleBy(1 / 1.5)} />
      <ZoomButton icon="fit" label="Show the whole map" onPress={control.reset} disabled={!moved} />
    </div>
  );
}

interface ZoomButtonProps {
  readonly icon: keyof typeof ICONS;
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
}

function ZoomButton({ icon, label, onPress, disabled = false }: ZoomButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress} disabled={disabled}>
      <svg width={16} height={16} aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
    </button>
  );
}
