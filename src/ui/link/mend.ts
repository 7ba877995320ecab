import { taskOf } from "../../model/tasks";
import { cellsOf } from "../../model/tasks/task";

/**
 * A link's hash without what mail, chats and other pages do to one: a sign behind it, "&amp;" for "&", the whole of it
 * percent-encoded, white space and invisible characters inside, names in capitals. What it then says is not checked here.
 */
export function mendLink(hash: string): string {
  const text = spelled(hash)
    .replace(/^[#!?/]+/, "")
    .replaceAll(NOISE, "");
  // Without any "&" its stand-ins separate, where a name follows.
  const parameters = (text.includes("&") ? text : text.replace(/(?:%26|;)(?=\w+=)/gi, "&"))
    .split("&")
    .flatMap((parameter): [string, string][] => {
      const at = parameter.indexOf("=");
      if (at < 1) return [];
      const name = decoded(parameter.slice(0, at))
        .toLowerCase()
        .replace(/^(amp;)+/, "");
      const value = decoded(parameter.slice(at + 1)).replaceAll(NOISE, "");
      return [[name, value]];
    });
  const task = parameters.find(([name]) => name === "g")?.[1];
  return parameters
    .map(([name, value]) => `${name}=${encodeURIComponent(name === "p" ? puzzleIn(value, task) : withoutTail(value))}`)
    .join("&");
}

/** White space, invisible characters and the backslashes of shells and Markdown: no value holds any. */
const NOISE = /[\s\p{Cf}\p{Cc}\\]|%(?:0[9ad]|20)/giu;
const AMPERSAND = /&(?:amp;|#0*38;|#x0*26;)+/gi;
/** Encoded once by whoever sent it, once by whoever passed it on, and once more. */
const MOST_LAYERS = 3;

/** The hash as parameters, taken out of percent-encoding and entities around all of it. */
function spelled(hash: string): string {
  let text = hash;
  for (let layer = 0; layer <= MOST_LAYERS; layer++) {
    text = text.replace(AMPERSAND, "&");
    if (/(?:^|[#&])[vp]=/i.test(text)) break;
    text = decoded(text);
  }
  return text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** No value ends in a sign, nor holds what begins a query or another hash. */
function withoutTail(value: string): string {
  return value.replace(/[?#].*$/, "").replace(/[^\w-]+$/, "");
}

/** Editors make one character of three dots, and 0 is a blank as well; a full stop behind the last cell is not one of them. */
function puzzleIn(value: string, task: string | undefined): string {
  const cells = value.replace(/[?#].*$/, "").replaceAll("…", "...");
  const whole = new RegExp(`^([0-9.]{${cellCount(task)}})\\W*$`).exec(cells)?.[1];
  return whole?.replaceAll("0", ".") ?? cells.replace(/[^\w.]+$/, "");
}

/** How many cells the puzzles of a task have; 0 for a task that is not known here, whose link is refused later. */
function cellCount(task: string | undefined): number {
  try {
    return cellsOf(taskOf({ task: task && withoutTail(task) }).grid);
  } catch {
    return 0;
  }
}
