/**
 * Prepares WGSL for a program: puts constants in front and unrolls loops.
 *
 *   //# for n in 9        the lines up to the matching `//# end` are repeated with `$n` = 0 ... 8;
 *   var y$n = vec4f();    loops nest; the count is a number or the name of a constant
 *   //# end
 *
 * Unrolling is done here because the software adapter keeps arrays in memory, but single variables in registers.
 * Throws an Error for a loop without an end or with an unknown count.
 */
export function fillTemplate(source: string, constants: Readonly<Record<string, number>>): string {
  const declared = Object.entries(constants).map(([name, value]) => `const ${name}: i32 = ${value};`);
  return [...declared, ...unroll(source.split("\n"), constants)].join("\n");
}

function unroll(lines: readonly string[], constants: Readonly<Record<string, number>>): string[] {
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const loop = /^\s*\/\/# for (\w+) in (\w+)\s*$/.exec(line);
    if (!loop) {
      out.push(line);
      continue;
    }
    const [, name = "", bound = ""] = loop;
    const count = constants[bound] ?? Number(bound);
    if (!Number.isInteger(count)) throw new Error(`A WGSL template repeats lines "${bound}" times.`);
    const end = endOf(lines, i);
    const body = unroll(lines.slice(i + 1, end), constants);
    for (let n = 0; n < count; n++) out.push(...body.map((text) => text.replaceAll(`$${name}`, String(n))));
    i = end;
  }
  return out;
}

function endOf(lines: readonly string[], start: number): number {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    const line = (lines[i] ?? "").trim();
    if (line.startsWith("//# for ")) depth++;
    if (line === "//# end" && --depth === 0) return i;
  }
  throw new Error(`A WGSL template has a loop without an end: "${(lines[start] ?? "").trim()}".`);
}
