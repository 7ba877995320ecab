import { ProgressBar } from "react-aria-components";
import { useRun } from "../appContext";
import "./VerdictView.css";
import "../controls/loading.css";
import { say } from "../../words/say";

/** What the page waits for before the first run; the board can be used meanwhile. */
export function LoadingLine() {
  const worker = useRun((state) => state.worker);
  if (worker.kind === "failed")
    return <p className="verdict-text">{say`There is no run: the model could not be started.`}</p>;
  const loading = worker.kind === "loading";
  const share = loading && worker.total > 0 ? worker.loaded / worker.total : 0;
  const text = !loading || share >= 1 ? say`Getting the processor ready …` : say`Loading the network …`;
  return (
    <ProgressBar
      className="loading"
      value={share * 100}
      isIndeterminate={!loading || share === 0 || share >= 1}
      aria-label={text}
    >
      <p className="verdict-text">{say`${text} You can already edit the board.`}</p>
      <div className="loading-track">
        <div className="loading-fill" style={{ width: `${share * 100}%` }} />
      </div>
    </ProgressBar>
  );
}
