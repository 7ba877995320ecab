/**
 * A link's hash without what mail, chats and other pages do to one: a sign behind it, "&amp;" for "&", the whole of it
 * percent-encoded, white space and invisible characters inside, names in capitals. What it then says is not checked here.
 */
export function mendLink(hash: string): string {
  const text = spelled(hash).replace(/^#+/, "").replaceAll(NOISE, "");
  const parameters = text.split("&").flatMap((parameter) => {
    const at = parameter.indexOf("=");
    if (at < 1) return [];
    const name = decoded(parameter.slice(0, at))
      .toLowerCase()
      .replace(/^(amp;)+/, "");
    const value = decoded(parameter.slice(at + 1)).replaceAll(NOISE, "");
    return [`${name}=${encodeURIComponent(name === "p" ? puzzleIn(value) : withoutTail(value))}`];
  });
  return parameters.join("&");
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

/** Editors make one character of three dots, and 0 is a blank as well; a full stop behind 81 cells is not one of them. */
function puzzleIn(value: string): string {
  const cells = value.replace(/[?#].*$/, "").replaceAll("…", "...");
  const whole = /^([0-9.]{81})\W*$/.exec(cells)?.[1];
  return whole?.replaceAll("0", ".") ?? cells.replace(/[^\w.]+$/, "");
}
