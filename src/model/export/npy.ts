const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** NumPy wants the data to begin at a multiple of this. */
const ALIGNMENT = 64;

/**
 * The head of an .npy file of little-endian float32 in C order (NumPy's format 1.0,
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). The numbers follow it directly.
 */
export function npyHeader(shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const dict = `{'descr': '<f4', 'fortran_order': False, 'shape': (${tuple}), }`;
  const unpadded = MAGIC.length + 2 + dict.length + 1;
  const text = `${dict}${" ".repeat((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT)}\n`;
  const bytes = new Uint8Array(MAGIC.length + 2 + text.length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint16(MAGIC.length, text.length, true);
  bytes.set(new TextEncoder().encode(text), MAGIC.length + 2);
  return bytes;
}
