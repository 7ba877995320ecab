/** A piece of a sentence: what it says, and how. */
export interface Piece {
  readonly text: string;
  readonly kind: "plain" | "strong" | "emphasis" | "code" | "link";
  /** Only links: https, or a hash of this page. */
  readonly href?: string;
}

const PATTERN = /\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;
const SAFE = /^(https:\/\/|#v=)/;

/** Reads **strong**, *emphasis*, `code` and [words](link) of a sentence. There is no other markup; a link elsewhere stays text. */
export function readInline(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of sentence.matchAll(PATTERN)) {
    const [whole, strong, emphasis, code, words, href] = match;
    if (match.index > from) pieces.push({ kind: "plain", text: sentence.slice(from, match.index) });
    from = match.index + whole.length;
    if (strong) pieces.push({ kind: "strong", text: strong });
    else if (emphasis) pieces.push({ kind: "emphasis", text: emphasis });
    else if (code) pieces.push({ kind: "code", text: code });
    else if (words && href && SAFE.test(href)) pieces.push({ kind: "link", text: words, href });
    else pieces.push({ kind: "plain", text: whole });
  }
  if (from < sentence.length) pieces.push({ kind: "plain", text: sentence.slice(from) });
  return pieces;
}
