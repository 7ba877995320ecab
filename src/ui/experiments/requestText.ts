/** Lists longer than this are told by their length. */
const LONGEST_LIST = 9;

/**
 * What an experiment was asked for, in one line for the caption of a figure. The recipe of its run stands beside it
 * already, and is left out.
 */
export function requestText({ kind, ...rest }: { readonly kind: string }): string {
  const brief = (key: string, value: unknown): unknown => {
    if (key === "recipe") return undefined;
    return isLongList(value) ? `${value.length} values` : value;
  };
  return `experiment ${kind} ${JSON.stringify(rest, brief)}`;
}

function isLongList(value: unknown): value is ArrayLike<unknown> {
  return (
    (Array.isArray(value) || ArrayBuffer.isView(value)) && "length" in value && Number(value.length) > LONGEST_LIST
  );
}
