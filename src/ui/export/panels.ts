import type { App } from "../assemble";
import { viewNamed } from "../views";

/** A part of the page that can be taken along as a figure. */
export interface FigurePanel {
  readonly name: string;
  readonly title: string;
  /** Where it stands on the page. */
  readonly selector: string;
}

/** What can be taken along now: the view on the stage is whichever is open. */
export function figurePanels({ page }: Pick<App, "page">): readonly [FigurePanel, ...FigurePanel[]] {
  const { name, tab } = viewNamed(page.getState().view);
  // A view's own heading says more than its tab.
  const title = document.getElementById("stage-title")?.textContent || tab;
  return [
    { name, title, selector: "#stage" },
    { name: "residuals", title: "Residuals", selector: ".chart-fit" },
    { name: "board", title: "Board", selector: ".board-fit" },
    { name: "trajectories", title: "Trajectories", selector: "#trajectories" },
  ];
}

/** Furniture of the panels that says nothing in a figure: heads (the figure has a title), rows of controls, hints. */
export const FURNITURE =
  "[data-caption], .plot-empty, .view-tabs, .panel-head, .list-order, [role=tablist], [role=toolbar], [role=tooltip]";
