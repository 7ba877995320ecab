import { Suspense } from "react";
import { TabPanel, Tabs } from "react-aria-components";
import { useApp, usePage } from "../appContext";
import { VIEWS, viewNamed } from "../views";
import type { View } from "../views/view";
import { StageHead } from "./StageHead";
import { ViewTabs } from "./ViewTabs";
import "./Stage.css";
import { say } from "../../words/say";

/** One view at a time, chosen by tabs. */
export function Stage() {
  const { page } = useApp();
  const { name } = viewNamed(usePage((state) => state.view));
  const show = (view: string): void => page.setState({ view });
  return (
    <section className="panel stage" aria-labelledby="stage-title" id="stage">
      <Tabs className="stage-tabs" selectedKey={name} onSelectionChange={(key) => show(String(key))}>
        <ViewTabs current={name} onShow={show} />
        {/* One panel per view, of which only the chosen one is there: its tab points to it by a name of its own. */}
        {VIEWS.map((view) => (
          <TabPanel key={view.name} id={view.name} className="stage-view">
            <OneView view={view} />
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}

/** A view's panel; its head alone while the panel is fetched. */
export function OneView({ view: { Panel, tab } }: { readonly view: View }) {
  return (
    <Suspense fallback={<StageHead title={tab} note={say`loading …`} />}>
      <Panel />
    </Suspense>
  );
}
