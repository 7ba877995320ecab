import type { MapKind } from "../eqr/model/map";
import { plane } from "./plane/map";
import { relational } from "./relational/map";

/** The register of maps, one entry each. */
const MAPS = new Map<string, MapKind>([relational, plane].map((map) => [map.name, map]));

/** The map that cards mean which name none. */
const DEFAULT_MAP = relational.name;

/** The map that a card means. Throws an Error that lists the known maps where it is unknown. */
export function mapOf({ map: name = DEFAULT_MAP }: { readonly map?: string | undefined }): MapKind {
  const map = MAPS.get(name);
  if (!map) throw new Error(`There is no map "${name}" here; known: ${[...MAPS.keys()].join(", ")}.`);
  return map;
}

/** Adds a map to the register until the returned function is called. */
export function addMap(map: MapKind): () => void {
  MAPS.set(map.name, map);
  return () => MAPS.delete(map.name);
}
