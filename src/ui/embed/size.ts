/** Pixels in which the panels look well side by side, on a page about 800 wide. */
export const WIDE = { panels: 420, chart: 200, controls: 56, rest: 40 } as const;
/** From this width on the panels are side by side and fill any height; below each other they have one of their own. */
const NARROW = "(max-width: 719.98px)";

/** The height that the embedded page would like to have at its present width, in pixels. */
function wantedHeight(page: HTMLElement, wide: number): number {
  const parts = [...page.children].filter((part): part is HTMLElement => part instanceof HTMLElement);
  const { paddingTop, paddingBottom, rowGap } = getComputedStyle(page);
  const gap = Number.parseFloat(rowGap) || 0;
  const around = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const caption = page.querySelector<HTMLElement>(":scope > .caption-line")?.offsetHeight ?? 0;
  if (!matchMedia(NARROW).matches) return wide + caption;
  const heights = parts.map((part) => (part.matches(".embed-panels") ? stacked(part) : part.offsetHeight));
  const seen = heights.filter((height) => height > 0);
  return Math.ceil(seen.reduce((sum, height) => sum + height, 0) + gap * (seen.length - 1) + around);
}

function stacked(panels: HTMLElement): number {
  const gap = Number.parseFloat(getComputedStyle(panels).rowGap) || 0;
  const heights = [...panels.children].map((panel) => (panel instanceof HTMLElement ? panel.offsetHeight : 0));
  return heights.reduce((sum, height) => sum + height, 0) + gap * (heights.length - 1);
}

/**
 * Calls `say` with the height that the page would like, now and whenever it changes: its frame can then be made as high.
 * `wide`: what looks well where the panels fill any height.
 */
export function watchHeight(page: HTMLElement, wide: number, say: (height: number) => void): () => void {
  let told = 0;
  const look = (): void => {
    const height = wantedHeight(page, wide);
    if (height === told) return;
    told = height;
    say(height);
  };
  const observer = new ResizeObserver(look);
  const observe = (): void => {
    observer.disconnect();
    for (const part of [page, ...page.querySelectorAll(":scope > *, .embed-panels > *")]) observer.observe(part);
    look();
  };
  const parts = new MutationObserver(observe);
  parts.observe(page, { childList: true, subtree: true });
  observe();
  return () => {
    observer.disconnect();
    parts.disconnect();
  };
}
