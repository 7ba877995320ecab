import type { BackendInfo } from "../../model/eqr/backend";
import { Term } from "../controls/Term";

/** Which processor the network runs on. */
export function BackendBadge({ backend }: { readonly backend: BackendInfo | null }) {
  if (!backend) return null;
  const name = backend.kind === "webgpu" ? "WebGPU" : "WebAssembly";
  return (
    <Term name="backend">
      <span className="badge">
        {name}
        {backend.kind === "webgpu" && <span className="badge-device"> · {backend.device}</span>}
      </span>
    </Term>
  );
}
