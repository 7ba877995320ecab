import type { BackendInfo } from "../../model/eqr/backend/backend";
import { Term } from "../controls/Term";

/** Which processor the network runs on. */
export function BackendBadge({ backend }: { readonly backend: BackendInfo | null }) {
  if (!backend) return null;
  const name = backend.kind === "webgpu" ? "WebGPU" : "WebAssembly";
  // On the CPU the device begins with the badge's own word.
  const device = backend.device.replace(/^WebAssembly(, )?/, "");
  return (
    <Term name="backend">
      <span className="badge">
        {name}
        {device && <span className="badge-device"> · {device}</span>}
      </span>
    </Term>
  );
}
