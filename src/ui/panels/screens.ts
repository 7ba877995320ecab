/** The panels that lie side by side on a phone, by the id of their element. */
export type ScreenId = "puzzle" | "stage" | "trajectories";

/** Brings a panel into sight where they lie side by side; anywhere else all are. */
export function showScreen(id: ScreenId): void {
  const screens = document.getElementById("screens");
  if (!screens || screens.scrollWidth <= screens.clientWidth) return;
  document.getElementById(id)?.scrollIntoView({ inline: "start", block: "nearest" });
}
