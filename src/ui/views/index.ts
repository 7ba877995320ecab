import { basins } from "./basins/view";
import { depthBreadth } from "./depthBreadth/view";
import { difficulty } from "./difficulty/view";
import { evaluate } from "./evaluate/view";
import { kick } from "./kick/view";
import { landscape } from "./landscape/view";
import { map } from "./map/view";
import { parameters } from "./parameters/view";
import { paths } from "./paths/view";
import { plane } from "./plane/view";
import { stability } from "./stability/view";
import { state } from "./state/view";
import type { View } from "./view";

/** The register of views, one entry each, in the order of the tabs. Views of a group are neighbours. */
export const VIEWS: readonly [View, ...View[]] = [
  map,
  kick,
  state,
  stability,
  parameters,
  basins,
  landscape,
  paths,
  depthBreadth,
  difficulty,
  evaluate,
  plane,
];

/** The view of a name, the first where it is unknown. */
export function viewNamed(name: string): View {
  return VIEWS.find((view) => view.name === name) ?? VIEWS[0];
}
