import type { ComponentType } from "react";
import { MapPanel } from "./panels/MapPanel";

/** A view of the stage: it draws (record, cursor, selection) its own way, and brings no board and no transport. */
export interface View {
  /** Its name in a link. */
  readonly name: string;
  readonly title: string;
  readonly Panel: ComponentType;
}

/** The register of views, one line each, in the order of the tabs. */
export const VIEWS: readonly [View, ...View[]] = [{ name: "map", title: "Trajectory map", Panel: MapPanel }];

/** The view of a name, the first where it is unknown. */
export function viewNamed(name: string): View {
  return VIEWS.find((view) => view.name === name) ?? VIEWS[0];
}
