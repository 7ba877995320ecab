import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { fromModel, say } from "../../../words/say";
import { useApp } from "../../appContext";
import { Choice } from "../../controls/Choice";
import type { FigurePanel } from "../../export/panels";
import { useAttempt } from "./useAttempt";

/** A panel as a figure: shown as it will be, with its caption and recipe. */
export function FigureSection() {
  const { take } = useApp();
  const [panels] = useState(take.panels);
  const [panel, setPanel] = useState<FigurePanel>(panels[0]);
  const attempt = useAttempt();
  return (
    <section className="export-section" aria-labelledby="export-figure">
      <div className="export-head">
        <h3 id="export-figure">{say`Figure`}</h3>
        <Choice
          label={say`Panel`}
          showLabel={false}
          options={panels.map(({ name, title }) => ({ value: name, text: title }))}
          value={panel.name}
          onChange={(name) => setPanel(panels.find((one) => one.name === name) ?? panels[0])}
        />
        <div className="export-actions">
          <Button className="button" isPending={attempt.busy} onPress={() => attempt.run(() => take.svg(panel))}>
            SVG
          </Button>
          <Button className="button" isPending={attempt.busy} onPress={() => attempt.run(() => take.png(panel))}>
            PNG
          </Button>
        </div>
      </div>
      <Preview panel={panel} />
      <p className="parse-result" role="status" data-bad={attempt.fault !== null || undefined}>
        {attempt.fault}
      </p>
    </section>
  );
}

function Preview({ panel }: { readonly panel: FigurePanel }) {
  const { take } = useApp();
  const k = useSlowCursor();
  const [shown, setShown] = useState<{ url: string } | { fault: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figure is of the page as it is at the cursor
  useEffect(() => {
    let url = "";
    let over = false;
    take.figure(panel).then(
      ({ svg }) => {
        if (over) return;
        url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
        setShown({ url });
      },
      (error: Error) => !over && setShown({ fault: fromModel(error.message) }),
    );
    return () => {
      over = true;
      URL.revokeObjectURL(url);
    };
  }, [take, panel, k]);
  if (!shown) return <div className="export-preview" />;
  if ("fault" in shown) return <p className="export-preview">{shown.fault}</p>;
  return <img className="export-preview" src={shown.url} alt={say`${panel.title} with its caption and recipe`} />;
}

/** The cursor, looked at once a second: a figure of a panel takes longer than an iteration. */
function useSlowCursor(): number {
  const { run } = useApp();
  const [k, setK] = useState(run.getState().playback.cursor);
  useEffect(() => {
    const timer = setInterval(() => setK(run.getState().playback.cursor), 1000);
    return () => clearInterval(timer);
  }, [run]);
  return k;
}
