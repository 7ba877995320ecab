import { Button } from "react-aria-components";
import { say } from "../../words/say";
import { useApp, useRun, useSettings } from "../appContext";
import { IconButton } from "../controls/IconButton";
import { workerBanner } from "./workerBanner";

/** How the worker is doing, where a person should know; a page in a frame says only what keeps it from going on. */
export function Banners({ onlyFailures = false }: { readonly onlyFailures?: boolean }) {
  const { starter, settings, page, backend } = useApp();
  const worker = useRun((state) => state.worker);
  const dismissed = useSettings((state) => state.dismissed);
  const banner = workerBanner(worker, backend === "wasm");
  const isDue = banner !== null && (!onlyFailures || banner.tone === "error");
  const shown = isDue && !(banner.dismissAs && dismissed.includes(banner.dismissAs)) ? banner : null;
  return (
    <div className="banners" aria-live="polite">
      {shown && (
        <div className="banner" data-tone={shown.tone} role={shown.tone === "error" ? "alert" : undefined}>
          <p>{shown.text}</p>
          {shown.action === "retry" && (
            <Button className="button small" onPress={starter.retry}>{say`Try again`}</Button>
          )}
          {shown.action === "webgpu" && (
            <Button
              className="button small"
              onPress={() => page.setState({ dialog: "webgpu" })}
            >{say`How to enable WebGPU`}</Button>
          )}
          {shown.dismissAs && (
            <IconButton
              icon="close"
              label={say`Close this message`}
              className="button icon-only tiny"
              onPress={() => settings.setState({ dismissed: [...dismissed, shown.dismissAs ?? ""] })}
            />
          )}
        </div>
      )}
    </div>
  );
}
