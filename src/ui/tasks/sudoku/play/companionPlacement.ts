/** Beside the board where there is room, so that it stays in sight; over it on a phone. */
export function companionPlacement(): "right top" | "top" {
  return matchMedia("(min-width: 720px)").matches ? "right top" : "top";
}
