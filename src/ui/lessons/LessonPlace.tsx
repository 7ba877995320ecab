import { Suspense } from "react";
import { useStore } from "zustand";
import { useApp } from "../appContext";
import { onDemand } from "../onDemand";

const HandoutDialog = onDemand(() => import("./handout/HandoutDialog").then(({ HandoutDialog }) => HandoutDialog));
const LessonStrip = onDemand(() => import("./LessonStrip").then(({ LessonStrip }) => LessonStrip));

/** The place of the lessons while they are open. */
export function LessonPlace() {
  const open = useStore(useApp().lessons, (state) => state.open !== null);
  if (!open) return null;
  return (
    <Suspense fallback={<div className="lesson-strip" />}>
      <LessonStrip />
      <HandoutPlace />
    </Suspense>
  );
}

function HandoutPlace() {
  const open = useStore(useApp().lessons, (state) => state.handout !== null);
  return (
    open && (
      <Suspense fallback={null}>
        <HandoutDialog />
      </Suspense>
    )
  );
}
