import type { Model } from "../../../model/eqr/model/model";
import { threeMemories, twoWells } from "../../../model/maps/plane/systems";
import type { SystemName } from "./systems";

/** The models that are made by hand. */
export const MADE: Readonly<Partial<Record<SystemName, Model>>> = { wells: twoWells(), memories: threeMemories() };
