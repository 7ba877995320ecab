import { useSettings, useTask } from "./appContext";
import { ExportDialog } from "./dialogs/ExportDialog";
import { HelpDialog } from "./dialogs/HelpDialog";
import { ModelDialog } from "./dialogs/ModelDialog";
import { ShareDialog } from "./dialogs/ShareDialog";
import { WebgpuDialog } from "./dialogs/WebgpuDialog";
import { Banners } from "./panels/Banners";
import { DropTarget } from "./panels/DropTarget";
import { Header } from "./panels/Header";
import { TrajectoryList } from "./panels/list/TrajectoryList";
import { Notices } from "./panels/Notices";
import { PuzzlePanel } from "./panels/PuzzlePanel";
import { ScreenSwitch } from "./panels/ScreenSwitch";
import { Stage } from "./panels/Stage";
import { SettingsDrawer } from "./panels/settings/SettingsDrawer";
import { TimelinePanel } from "./panels/timeline/TimelinePanel";

/** The page: board, stage and list side by side (or one swipe apart), the timeline under them, the drawer beside. */
export function Page() {
  const { Examples, Paste } = useTask();
  const drawerOpen = useSettings((state) => state.drawerOpen);
  return (
    <div className="page" data-drawer={drawerOpen || undefined}>
      <a className="skip-link" href="#puzzle">
        Skip to the board
      </a>
      <Header />
      <Banners />
      <main className="main">
        <ScreenSwitch />
        <div className="screens" id="screens">
          <PuzzlePanel />
          <Stage />
          <TrajectoryList />
        </div>
        <TimelinePanel />
      </main>
      <SettingsDrawer />
      <Paste />
      <Examples />
      <ExportDialog />
      <ShareDialog />
      <ModelDialog />
      <HelpDialog />
      <WebgpuDialog />
      <DropTarget />
      <Notices />
    </div>
  );
}
