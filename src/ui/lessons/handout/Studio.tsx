import type { Ref } from "react";
import { createPortal } from "react-dom";
import { say } from "../../../words/say";
import { usePage, useTask } from "../../appContext";
import { Region } from "../../panels/Region";
import { OneView } from "../../panels/Stage";
import { ChartView } from "../../panels/timeline/ChartView";
import { viewNamed } from "../../views";

/** Board, view and residuals out of sight, always of the same size: what a hand-out's pictures are drawn from. */
export function Studio({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  const { Board } = useTask();
  const view = viewNamed(usePage((state) => state.view));
  return createPortal(
    <div className="handout-studio" ref={ref} aria-hidden="true" inert>
      <Region name={say`The board`}>
        <div className="puzzle-panel" data-picture="board">
          <Board readOnly />
        </div>
      </Region>
      <Region name={say`The view`}>
        <div className="stage stage-view" data-picture="view">
          <OneView view={view} />
        </div>
      </Region>
      <Region name={say`The residuals`}>
        <div className="timeline-panel" data-picture="chart">
          <ChartView />
        </div>
      </Region>
    </div>,
    document.body,
  );
}
