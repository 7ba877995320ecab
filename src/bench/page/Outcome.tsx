import { Button, ProgressBar } from "react-aria-components";
import type { Report } from "../protocol";
import { figure, jsonReport } from "../report";
import { sentenceOf } from "./groups";
import type { BenchState } from "./state";

/** How the run is doing, or what came of it, in words. */
export function Outcome({ state }: { readonly state: BenchState }) {
  switch (state.kind) {
    case "idle":
      return state.rows.length > 0 ? (
        <p className="panel">Cancelled. What had been measured by then is below.</p>
      ) : (
        <p className="panel fine">
          Nothing has been measured yet. Close what else is busy, keep this tab in front, and press Run. ONNX Runtime
          Web is fetched from this site when it is needed (17 MB).
        </p>
      );
    case "running":
      return (
        <ProgressBar className="panel bench-progress" aria-label="Benchmark" value={100 * state.share}>
          {({ percentage = 0 }) => (
            <>
              <span>{state.text}</span>
              <span className="bench-bar" aria-hidden="true">
                <span style={{ width: `${percentage}%` }} />
              </span>
            </>
          )}
        </ProgressBar>
      );
    case "failed":
      return (
        <p className="panel banner" data-tone="error" role="alert">
          {state.message} Reload the page to try again.
        </p>
      );
    case "done":
      return <Summary report={state.report} />;
  }
}

function Summary({ report }: { readonly report: Report }) {
  const { adapter, cpu, roofs, rows, seconds } = report;
  const roof = (ground: keyof typeof roofs, what: string) => {
    const found = roofs[ground];
    return found ? ` ${what} did ${figure(found.gflops)} GFLOP/s and moved ${figure(found.gbytes)} GB/s.` : "";
  };
  return (
    <section className="panel bench-outcome" aria-label="Outcome" role="status">
      <p>
        <strong>{sentenceOf(rows) || "Done. The figures are below."}</strong>
      </p>
      <p className="fine">
        {adapter}; {cpu}.{roof("webgpu", "In the micro-benchmark the adapter")}
        {roof("wasm", "One WebAssembly thread")} {figure(seconds)} s in all.
        {/swiftshader|llvmpipe/i.test(adapter) &&
          " This adapter is software: it is the CPU, and it emulates the barriers that the other libraries' kernels use, which flatters ours."}
      </p>
      <div>
        <Button className="button small" onPress={() => save(report)}>
          Save as JSON
        </Button>
      </div>
    </section>
  );
}

function save(report: Report): void {
  const text = JSON.stringify({ ...jsonReport(report), details: report }, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "settle-bench.json";
  link.click();
  URL.revokeObjectURL(link.href);
}
