import type { BackendInfo } from "../../model/eqr/backend/backend";
import type { DeviceKind, ModelIndex } from "../../model/eqr/model/models";

/** Why a model runs: a link names it, a person chose it, or the page starts with it on such a device. */
export type ModelReason = "link" | "person" | DeviceKind;

export interface ModelChoice {
  readonly model: string;
  readonly reason: ModelReason;
}

export interface Wishes {
  /** The model that the opened link names; empty where none is open, or it names none. */
  readonly linked: string;
  /** The model that a person chose, now or on an earlier visit; empty for none. */
  readonly chosen: string;
  /** What the page computes on; null while that is not known. */
  readonly device: DeviceKind | null;
}

/** The model to run; null where that depends on a device that is not known yet. Names that are not shipped count as none. */
export function chooseModel(index: ModelIndex, { linked, chosen, device }: Wishes): ModelChoice | null {
  const isShipped = (wanted: string) => index.models.some(({ name }) => name === wanted);
  if (isShipped(linked)) return { model: linked, reason: "link" };
  if (isShipped(chosen)) return { model: chosen, reason: "person" };
  return device && { model: index.default[device], reason: device };
}

export function deviceOf({ kind, software = false }: BackendInfo): DeviceKind {
  return kind === "webgpu" && !software ? "gpu" : "elsewhere";
}
