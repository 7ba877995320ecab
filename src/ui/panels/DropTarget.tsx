import { useEffect, useState } from "react";
import { say } from "../../words/say";
import { useApp, usePage } from "../appContext";

/** Takes a text file or text that is dropped anywhere on the page. */
export function DropTarget() {
  const app = useApp();
  const { edit, evaluation, share } = app;
  const forSet = usePage((state) => state.view === "evaluate");
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      const types = event.dataTransfer?.types ?? [];
      if (!types.includes("Files") && !types.includes("text/plain")) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file?.name.endsWith(".lesson"))
        void import("../lessons/actions").then(({ takeLesson }) => takeLesson(app, file));
      else if (file)
        void share.openFile(file).then((isRun) => {
          if (!isRun) void (forSet ? evaluation.takeFile(file) : edit.readFile(file));
        });
      else void edit.read(event.dataTransfer?.getData("text/plain") ?? "", say`dropped`);
    };
    document.addEventListener("dragover", onOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
    };
  }, [app, edit, evaluation, share, forSet]);
  if (!over) return null;
  return (
    <div className="drop-target">
      {forSet
        ? say`Drop a file with one puzzle per line to evaluate them`
        : say`Drop it here: a puzzle as text or file, or a saved run`}
    </div>
  );
}
