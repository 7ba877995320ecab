import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useApp, usePage } from "../appContext";
import { VIEWS, viewNamed } from "../views";

/** One view at a time, chosen by tabs. A single view needs no tabs. */
export function Stage() {
  const { page } = useApp();
  const { Panel, name } = viewNamed(usePage((state) => state.view));
  if (VIEWS.length === 1)
    return (
      <section className="panel stage" aria-labelledby="stage-title" id="stage">
        <Panel />
      </section>
    );
  return (
    <section className="panel stage" aria-labelledby="stage-title" id="stage">
      <Tabs className="stage-tabs" selectedKey={name} onSelectionChange={(key) => page.setState({ view: String(key) })}>
        <TabList className="tab-list" aria-label="Views">
          {VIEWS.map((view) => (
            <Tab key={view.name} id={view.name} className="tab">
              {view.title}
            </Tab>
          ))}
        </TabList>
        <TabPanel id={name} className="tab-panel">
          <Panel />
        </TabPanel>
      </Tabs>
    </section>
  );
}
