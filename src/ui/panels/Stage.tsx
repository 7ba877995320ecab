import { TabPanel, Tabs } from "react-aria-components";
import { useApp, usePage } from "../appContext";
import { VIEWS, viewNamed } from "../views";
import { ViewTabs } from "./ViewTabs";

/** One view at a time, chosen by tabs. A single view needs no tabs. */
export function Stage() {
  const { page } = useApp();
  const { Panel, name } = viewNamed(usePage((state) => state.view));
  const show = (view: string): void => page.setState({ view });
  return (
    <section className="panel stage" aria-labelledby="stage-title" id="stage">
      {VIEWS.length === 1 ? (
        <Panel />
      ) : (
        <Tabs className="stage-tabs" selectedKey={name} onSelectionChange={(key) => show(String(key))}>
          <ViewTabs current={name} onShow={show} />
          {/* One panel a view, of which only the chosen one is there: its tab points to it by a name of its own. */}
          {VIEWS.map((view) => (
            <TabPanel key={view.name} id={view.name} className="stage-view">
              <view.Panel />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </section>
  );
}
