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
      if (file) void takeFile(file);
      else void edit.read(event.dataTransfer?.getData("text/plain") ?? "", say`dropped`);
    };
    const takeFile = async (file: File): Promise<void> => {
      // By what it begins with: a lesson may be called .txt like a puzzle.
      if (file.name.endsWith(".lesson") || (await file.slice(0, 20).text()).startsWith("settle-lesson")) {
        const { takeLesson } = await import("../lessons/actions");
        return takeLesson(app, file);
      }
      if (await share.openFile(file)) return;
      await (forSet ? evaluation.takeFile(file) : edit.readFile(file));
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
