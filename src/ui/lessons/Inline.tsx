import { type Piece, readInline } from "./pieces";

/** A sentence of a lesson. Text stays text: there is no way for markup or script to get in. */
export function Inline({ text }: { readonly text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence do not move
  return readInline(text).map((piece, i) => <PieceOf key={i} {...piece} />);
}

function PieceOf({ kind, text, href }: Piece) {
  switch (kind) {
    case "strong":
      return <strong>{text}</strong>;
    case "emphasis":
      return <em>{text}</em>;
    case "code":
      return <code>{text}</code>;
    case "link":
      return (
        <a href={href} rel="noreferrer">
          {text}
        </a>
      );
    case "plain":
      return text;
  }
}
