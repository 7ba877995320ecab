import { say } from "../../words/say";
import type { PageStore } from "../store/page";

/** A part of the page that can be taken along as a figure. */
export interface FigurePanel {
  readonly name: string;
  readonly title: string;
  /** Where it stands on the page. */
  readonly selector: string;
}

/** What can be taken along now: the view on the stage is whichever is open. */
export function figurePanels({ page }: { readonly page: PageStore }): readonly [FigurePanel, ...FigurePanel[]] {
  const { view: name } = page.getState();
  const title = document.getElementById("stage-title")?.textContent || name;
  return [
    { name, title, selector: "#stage" },
    { name: "residuals", title: say`Residuals`, selector: ".chart-fit" },
    { name: "board", title: say`Board`, selector: ".board-fit" },
    { name: "trajectories", title: say`Trajectories`, selector: "#trajectories" },
  ];
}

/** Furniture of the panels that says nothing in a figure: heads (the figure has a title), rows of controls, hints. */
export const FURNITURE =
  "[data-caption], .plot-empty, .view-tabs, .panel-head, .list-order, [role=tablist], [role=toolbar], [role=tooltip]";
