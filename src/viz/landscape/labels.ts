import type { Size } from "../draw/useSize";

export interface LabelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of a character of 11 px, and of a line, in pixels; a little more than they take. */
const CHARACTER = 6.6;
const LINE = 13;

/** The room that a short text takes around a point. */
export function textBox(x: number, y: number, text: string): LabelBox {
  const half = (text.length * CHARACTER) / 2;
  return { left: x - half, right: x + half, top: y - LINE / 2, bottom: y + LINE / 2 };
}

/**
 * For each label the first of its places that is inside the picture and clear of the obstacles and of the labels before it;
 * null where it has none.
 */
export function placeLabels(
  labels: readonly (readonly LabelBox[])[],
  obstacles: readonly LabelBox[],
  { width, height }: Size,
): (LabelBox | null)[] {
  const taken = [...obstacles];
  return labels.map((places) => {
    const free = places.find(
      (box) =>
        box.left >= 0 &&
        box.top >= 0 &&
        box.right <= width &&
        box.bottom <= height &&
        !taken.some((other) => overlap(box, other)),
    );
    if (free) taken.push(free);
    return free ?? null;
  });
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
