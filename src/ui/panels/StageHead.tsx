import type { ReactNode } from "react";
import "./StageHead.css";

export interface StageHeadProps {
  readonly title: string;
  /** What is drawn, in a few words. */
  readonly note?: ReactNode;
  /** Controls of the view. */
  readonly children?: ReactNode;
}

/** The head of a view: its name, what it draws, and what a person may choose of it. Names the stage for voices. */
export function StageHead({ title, note, children }: StageHeadProps) {
  return (
    <div className="panel-head stage-head">
      <h2 id="stage-title">{title}</h2>
      {note && <span className="panel-note">{note}</span>}
      {children && <div className="stage-controls">{children}</div>}
    </div>
  );
}
