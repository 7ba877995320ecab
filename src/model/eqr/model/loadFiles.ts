import * as v from "valibot";
import { within } from "../../timeLimit";
import { type ModelCard, ModelCardSchema } from "./card";
import { type ModelIndex, ModelIndexSchema } from "./models";
import { type NamedTensor, parseSafetensors } from "./safetensors";

/** As much of fetch as is needed; a test or a command reads files through the same door. */
export type Fetch = (url: string) => Promise<Response>;

export interface ModelFiles {
  readonly card: ModelCard;
  readonly tensors: ReadonlyMap<string, NamedTensor>;
  /** What could not be checked, in words for a person; null when all was. */
  readonly warning: string | null;
}

/** A server that sends nothing for this long sends nothing more. */
const STALL_MS = 30_000;

/** The list of shipped models in the folder `url`. Throws an Error in plain words. */
export function loadIndex(url: string, fetch: Fetch): Promise<ModelIndex> {
  return fetchJson(`${folder(url)}index.json`, ModelIndexSchema, "list of models", fetch);
}

/**
 * Loads NAME.json (the card) and the weights it names from the folder `url`, and checks size and SHA-256. `configSchemaOf` gives
 * what the card's sizes must be like; they are checked before the weights are fetched. onProgress is told the bytes of the weights that have arrived. Throws an Error in plain words.
 */
export async function loadFiles(
  url: string,
  name: string,
  fetch: Fetch,
  configSchemaOf: (card: ModelCard) => v.GenericSchema,
  onProgress: (loaded: number, total: number) => void = () => {},
): Promise<ModelFiles> {
  const address = `${folder(url)}${encodeURIComponent(name)}.json`;
  const card = await fetchJson(address, ModelCardSchema, "model card", fetch);
  checked(card, v.looseObject({ config: configSchemaOf(card) }), "model card", address);
  const { file, bytes: total } = card.weights;
  const response = await fetchOk(`${folder(url)}${encodeURIComponent(file)}`, "weights", fetch);
  const bytes = await readBody(response, total, onProgress);
  if (bytes.byteLength !== total)
    throw new Error(
      `The weights file ${file} has ${bytes.byteLength > total ? "more" : bytes.byteLength} bytes where its card says ${total}: the download was cut off, or card and weights are of different versions. Reload the page.`,
    );
  const warning = await checkHash(card, bytes);
  return { card, tensors: parseSafetensors(bytes), warning };
}

/** SHA-256 in hexadecimal; null where this page may not compute one (plain http). */
export async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function checkHash({ name, weights }: ModelCard, bytes: ArrayBuffer): Promise<string | null> {
  const hash = await sha256(bytes);
  if (hash === null)
    return `The weights of "${name}" could not be verified: browsers compute a SHA-256 only over https.`;
  if (hash !== weights.sha256.toLowerCase())
    throw new Error(
      `The weights file ${weights.file} is not the one its card describes (its SHA-256 differs). Reload the page; if that does not help, the site's files are of different versions.`,
    );
  return null;
}

export async function fetchJson<T>(
  url: string,
  schema: v.GenericSchema<unknown, T>,
  what: string,
  fetch: Fetch,
): Promise<T> {
  const text = await readText(await fetchOk(url, what, fetch), url, what);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A server that answers every address with its start page sends HTML here.
    throw new Error(`The ${what} at ${url} is not JSON: the file is missing or damaged.`);
  }
  return checked(json, schema, what, url);
}

function checked<T>(value: unknown, schema: v.GenericSchema<unknown, T>, what: string, url: string): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new Error(`The ${what} at ${url} is not as it should be: ${describeIssue(result.issues[0])}.`);
}

/** What is wrong with a field, without quoting what may be a long value. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue)?.slice(0, 80) ?? "the whole";
  if (issue.received === "undefined") return `${field} is missing`;
  return issue.kind === "schema" ? `${field} is not ${issue.expected ?? "readable"}` : `${field}: ${issue.message}`;
}

async function readText(response: Response, url: string, what: string): Promise<string> {
  return within(STALL_MS, response.text()).catch(() => {
    throw new Error(`The ${what} at ${url} broke off on its way. Check the network and try again.`);
  });
}

async function fetchOk(url: string, what: string, fetch: Fetch): Promise<Response> {
  let response: Response;
  try {
    response = await within(STALL_MS, fetch(url));
  } catch {
    throw new Error(`The ${what} at ${url} could not be fetched. Check the network and try again.`);
  }
  if (!response.ok) throw new Error(`The ${what} at ${url} is not there (the server answered ${response.status}).`);
  return response;
}

async function readBody(
  response: Response,
  total: number,
  onProgress: (loaded: number, total: number) => void,
): Promise<ArrayBuffer> {
  if (!response.body) return response.arrayBuffer();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await within(STALL_MS, reader.read()).catch(() => {
      void reader.cancel().catch(() => {});
      throw new Error("The download of the weights broke off. Check the network and try again.");
    });
    if (done) break;
    chunks.push(value);
    loaded += value.byteLength;
    onProgress(loaded, total);
    // Whatever else comes is not of this model.
    if (loaded > total) {
      void reader.cancel().catch(() => {});
      break;
    }
  }
  return new Blob(chunks).arrayBuffer();
}

function folder(url: string): string {
  return url === "" || url.endsWith("/") ? url : `${url}/`;
}
