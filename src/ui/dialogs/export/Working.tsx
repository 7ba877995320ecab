import { Button, ProgressBar } from "react-aria-components";
import "./Working.css";
import { say } from "../../../words/say";

export interface WorkingProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

/** How far a long export is, and a way out of it. */
export function Working({ label, done, total, onCancel }: WorkingProps) {
  return (
    <div className="working">
      <ProgressBar className="working-bar" aria-label={label} value={done} minValue={0} maxValue={Math.max(1, total)}>
        {({ percentage = 0 }) => <span style={{ width: `${percentage}%` }} />}
      </ProgressBar>
      <span className="fine">{say`${done} of ${total}`}</span>
      <Button className="button small" onPress={onCancel}>{say`Cancel`}</Button>
    </div>
  );
}
