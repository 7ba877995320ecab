import { useEffect, useState } from "react";
import { useApp } from "../appContext";

/** Takes a text file or text that is dropped anywhere on the page. */
export function DropTarget() {
  const { edit } = useApp();
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
      if (file) void edit.readFile(file);
      else edit.read(event.dataTransfer?.getData("text/plain") ?? "", "dropped");
    };
    document.addEventListener("dragover", onOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
    };
  }, [edit]);
  return over ? <div className="drop-target">Drop the puzzle here: a text file or text</div> : null;
}
