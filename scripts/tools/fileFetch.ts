import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Fetch } from "../../src/model/eqr/model/loadFiles";

/** The folder of the shipped weights, as an address that fileFetch can read. */
export const WEIGHTS_URL = new URL("../../public/weights/", import.meta.url).href;

/** fetch for files: Node's own refuses file: addresses. A missing file answers 404, as a server would. */
export const fileFetch: Fetch = async (url) => {
  try {
    return new Response(await readFile(fileURLToPath(url)));
  } catch {
    return new Response(null, { status: 404 });
  }
};
