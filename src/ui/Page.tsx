import { say } from "../words/say";
import { usePage, useSettings, useTask } from "./appContext";
import { Dialogs } from "./dialogs/Dialogs";
import { LessonPlace } from "./lessons/LessonPlace";
import { Banners } from "./panels/Banners";
import { CaptionLine } from "./panels/CaptionLine";
import { DropTarget } from "./panels/DropTarget";
import { Header } from "./panels/Header";
import { TrajectoryList } from "./panels/list/TrajectoryList";
import { Notices } from "./panels/Notices";
import { PuzzlePanel } from "./panels/PuzzlePanel";
import { Region } from "./panels/Region";
import { ScreenSwitch } from "./panels/ScreenSwitch";
import { Stage } from "./panels/Stage";
import { SettingsPlace } from "./panels/settings/SettingsPlace";
import { TimelinePanel } from "./panels/timeline/TimelinePanel";
import { PresentPlace } from "./present/PresentPlace";

/** The page: its panels, or the presentation in their place, and what lies over both. */
export function Page() {
  const { Examples, Paste } = useTask();
  const presenting = usePage((state) => state.presenting);
  return (
    <>
      {presenting ? (
        <Region name={say`The presentation`}>
          <PresentPlace />
        </Region>
      ) : (
        <Panels />
      )}
      <Region name={say`The dialog`}>
        <Paste />
        <Examples />
        <Dialogs />
        <DropTarget />
      </Region>
      <Notices />
    </>
  );
}

/** Board, stage and list side by side (or one swipe apart), the timeline under them, the drawer beside. */
function Panels() {
  const drawerOpen = useSettings((state) => state.drawerOpen);
  return (
    <div className="page" data-drawer={drawerOpen || undefined}>
      <a className="skip-link" href="#puzzle">{say`Skip to the board`}</a>
      <Region name={say`The header`}>
        <Header />
        <div className="page-notes">
          <CaptionLine />
          <Banners />
        </div>
      </Region>
      <main className="main">
        <ScreenSwitch />
        <div className="screens" id="screens">
          <Region name={say`The puzzle panel`} className="puzzle-panel">
            <PuzzlePanel />
          </Region>
          <Region name={say`The view`} className="stage">
            <Stage />
          </Region>
          <Region name={say`The list of trajectories`} className="list-panel">
            <TrajectoryList />
          </Region>
        </div>
        <Region name={say`The timeline`} className="timeline-panel">
          <TimelinePanel />
        </Region>
      </main>
      <Region name={say`The drawer of settings`}>
        <SettingsPlace />
      </Region>
      <Region name={say`The lesson`}>
        <LessonPlace />
      </Region>
    </div>
  );
}
