import type { BackendChoice } from "../../model/eqr/backend/backend";
import type { DeviceKind } from "../../model/eqr/model/models";
import { isSoftware } from "../../model/gpu/adapter";
import { type Gpu, requestAdapter } from "../../model/gpu/requestAdapter";

/** Short: what the worker finds in the end counts, and the model changes where this was wrong. */
const PATIENCE = { tries: 2, limitMs: 2000 };

/** What the page will probably compute on, before anything is set up. Never rejects. */
export async function probeDevice(choice: BackendChoice, gpu: Gpu | undefined): Promise<DeviceKind> {
  if (choice === "wasm" || !gpu) return "elsewhere";
  try {
    const { info } = await requestAdapter(gpu, PATIENCE);
    return isSoftware(info) ? "elsewhere" : "gpu";
  } catch {
    return "elsewhere";
  }
}
