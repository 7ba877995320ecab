/** Pieces of a WebAssembly module in bytes (https://webassembly.github.io/spec/core/binary/). */

/** What every module begins with: "\0asm" and the version. */
export const PREAMBLE: readonly number[] = [0, ...new TextEncoder().encode("asm"), 1, 0, 0, 0];

/** A section: its id, its length, its content. */
export function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

/** A length with its name in UTF-8. */
export function name(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128, seven bits a byte. */
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** The same of a number with a sign. */
export function signed(value: bigint): number[] {
  const byte = Number(value & 0x7fn);
  const rest = value >> 7n;
  const done = (rest === 0n && byte < 0x40) || (rest === -1n && byte >= 0x40);
  return done ? [byte] : [byte | 0x80, ...signed(rest)];
}
