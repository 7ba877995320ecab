import { ToggleButton } from "react-aria-components";
import { useApp, useSettings } from "../../appContext";
import { FieldStepper } from "../../controls/FieldStepper";
import { Icon } from "../../controls/Icon";
import { Tip } from "../../controls/Tip";
import { SettingsSummary } from "../settings/SettingsSummary";
import { ChartView } from "./ChartView";
import { CoolButton } from "./CoolButton";
import { Transport } from "./Transport";
import "./TimelinePanel.css";
import { say } from "../../../words/say";

/** The residual chart, which is the timeline, and what moves along it. */
export function TimelinePanel() {
  const { settings } = useApp();
  const showQ = useSettings((state) => state.showQ);
  const drawerOpen = useSettings((state) => state.drawerOpen);
  return (
    <section className="panel timeline-panel" aria-labelledby="timeline-title" id="timeline">
      <h2 id="timeline-title" className="visually-hidden">{say`Timeline`}</h2>
      <div className="timeline-bar">
        <Transport />
        <div className="timeline-side">
          <CoolButton />
          <FieldStepper field="breadth" />
          <FieldStepper field="depth" />
          <Tip tip={say`Draws the halting logit q of the selected trajectory into the chart`}>
            <ToggleButton
              className="button small"
              isSelected={showQ}
              onChange={(on) => settings.setState({ showQ: on })}
            >{say`show q`}</ToggleButton>
          </Tip>
          <Tip
            tip={
              <>
                {say`Presets, nudges, step size, path noise, cooling, tolerance, seed, selection`}
                <SettingsSummary />
              </>
            }
          >
            <ToggleButton
              className="button settings-button"
              aria-label={say`Settings`}
              isSelected={drawerOpen}
              onChange={(on) => settings.setState({ drawerOpen: on })}
            >
              <Icon name="sliders" />
              <span className="settings-word">{say`Settings`}</span>
              <span className="settings-numbers">
                <SettingsSummary />
              </span>
            </ToggleButton>
          </Tip>
        </div>
      </div>
      <ChartView />
    </section>
  );
}
