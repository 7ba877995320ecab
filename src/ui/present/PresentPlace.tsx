import { Suspense } from "react";
import { onDemand } from "../onDemand";

const PresentPage = onDemand(() => import("./PresentPage").then(({ PresentPage }) => PresentPage));

/** The place of a presentation, in place of the panels. */
export function PresentPlace() {
  return (
    <Suspense fallback={<main className="main" />}>
      <PresentPage />
    </Suspense>
  );
}
