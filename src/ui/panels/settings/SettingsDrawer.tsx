import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { useApp, useRun, useSettings } from "../../appContext";
import { FieldControl } from "../../controls/FieldControl";
import { IconButton } from "../../controls/IconButton";
import { Segmented } from "../../controls/Segmented";
import { backendOf } from "../../store/run";
import { BackendBadge } from "../BackendBadge";
import { RULE_OPTIONS } from "../list/ruleOptions";
import { ModelButton } from "../ModelButton";
import { CoolButton } from "../timeline/CoolButton";
import { MemoryNote } from "./MemoryNote";
import { PresetChoice } from "./PresetChoice";
import { ScheduleNote } from "./ScheduleNote";
import { StopControls } from "./StopControls";
import "./SettingsDrawer.css";
import { say } from "../../../words/say";

/** What an explorer needs: the rest of the recipe, each field with what it means. */
export function SettingsDrawer() {
  const { play, settings } = useApp();
  const depth = useSettings((state) => state.fields.depth);
  const sigma = useSettings((state) => state.fields.sigma);
  const noisyFor = useSettings((state) => state.fields.noisyFor);
  const rule = useSettings((state) => state.rule);
  const backend = useRun((state) => backendOf(state.worker));
  const drawer = useRef<HTMLElement>(null);
  const close = (): void => {
    settings.setState({ drawerOpen: false });
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const within =
        drawer.current && (drawer.current.contains(document.activeElement) || liesOverThePage(drawer.current));
      if (event.key === "Escape" && within && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: for the pointer; by keyboard Escape and the close button do the same */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div className="drawer-backdrop" onClick={close} />
      <aside className="panel drawer" id="settings" aria-labelledby="settings-title" ref={drawer}>
        <div className="panel-head">
          <h2 id="settings-title">{say`Settings of the run`}</h2>
          <IconButton icon="close" label={say`Close the settings`} className="button icon-only tiny" onPress={close} />
        </div>
        <div className="drawer-body">
          <div className="drawer-backend fine">
            <ModelButton />
            <BackendBadge backend={backend} />
          </div>
          <p className="formula">z′ = (1 − λ) z + λ f(z, x) + σ ε</p>
          <PresetChoice />
          <FieldControl field="nudges" />
          <FieldControl field="lambda" />
          <FieldControl field="sigma" />
          {sigma > 0 && <FieldControl field="noisyFor" max={Math.min(depth, 512)} />}
          {sigma > 0 && noisyFor > 0 && <FieldControl field="period" max={Math.min(depth, 512)} />}
          <ScheduleNote />
          <CoolButton />
          <FieldControl field="tolerance" />
          <FieldControl field="seed" slider={false}>
            <IconButton icon="dice" label={say`New seed`} className="button icon-only tiny" onPress={play.newSeed} />
          </FieldControl>
          <div className="field">
            <div className="field-head">
              <span className="field-label">{say`Selection rule`}</span>
            </div>
            <Segmented
              label={say`Selection rule`}
              options={RULE_OPTIONS}
              value={rule}
              onChange={(to) => settings.setState({ rule: to })}
            />
            <p className="fine">{say`Orders the list and says which trajectory is followed. Whether a grid is valid never counts.`}</p>
          </div>
          <FieldControl field="depth" />
          <FieldControl field="breadth" />
          <MemoryNote />
          <StopControls />
          <Button className="button" onPress={play.resetFields}>{say`Reset all settings`}</Button>
        </div>
      </aside>
    </>
  );
}

/** Whether the drawer hides a part of the page and has no column of its own, as the style sheets decide. */
function liesOverThePage(drawer: HTMLElement): boolean {
  return getComputedStyle(drawer).position === "fixed";
}
