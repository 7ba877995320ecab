import { Suspense } from "react";
import { useSettings } from "../../appContext";
import { NotLoaded } from "../../NotLoaded";
import { onDemand } from "../../onDemand";

const SettingsDrawer = onDemand(
  () => import("./SettingsDrawer").then(({ SettingsDrawer }) => SettingsDrawer),
  () => (
    <aside className="panel drawer">
      <NotLoaded />
    </aside>
  ),
);

/** The place of the settings while they are open, which is taken before they are fetched. */
export function SettingsPlace() {
  const open = useSettings((state) => state.drawerOpen);
  if (!open) return null;
  return (
    <Suspense fallback={<div className="panel drawer" />}>
      <SettingsDrawer />
    </Suspense>
  );
}
