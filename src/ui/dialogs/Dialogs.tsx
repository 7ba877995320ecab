import { lazyDialog } from "./lazyDialog";

const Share = lazyDialog("share", () => import("./ShareDialog").then(({ ShareDialog }) => ShareDialog));
const Export = lazyDialog("export", () => import("./ExportDialog").then(({ ExportDialog }) => ExportDialog));
const Model = lazyDialog("model", () => import("./model/ModelDialog").then(({ ModelDialog }) => ModelDialog));
const Help = lazyDialog("help", () => import("./HelpDialog").then(({ HelpDialog }) => HelpDialog));
const Paper = lazyDialog("paper", () => import("./paper/PaperDialog").then(({ PaperDialog }) => PaperDialog));
const Webgpu = lazyDialog("webgpu", () => import("./WebgpuDialog").then(({ WebgpuDialog }) => WebgpuDialog));

/** The dialogs of the page, but for those of the task. */
export function Dialogs() {
  return (
    <>
      <Share />
      <Export />
      <Model />
      <Help />
      <Paper />
      <Webgpu />
    </>
  );
}
