import { useRun } from "../appContext";
import { FigureSection } from "./export/FigureSection";
import { FilmSection } from "./export/FilmSection";
import { NumbersSection } from "./export/NumbersSection";
import { StatesSection } from "./export/StatesSection";
import { Shell } from "./Shell";
import "./export/export.css";
import { say } from "../../words/say";

/** Everything of the run that can be taken along as a file. */
export function ExportDialog() {
  return (
    <Shell name="export" title={say`Export`} size="wide">
      <ExportForm />
    </Shell>
  );
}

function ExportForm() {
  const ready = useRun((state) => state.record !== null);
  if (!ready) return <p>{say`There is no run to export yet: the network is still loading.`}</p>;
  return (
    <div className="export">
      <FigureSection />
      <NumbersSection />
      <StatesSection />
      <FilmSection />
    </div>
  );
}
