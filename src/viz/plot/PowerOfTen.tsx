import { LEAST_TYPE } from "../draw/font";

/** 10 to a power in SVG text: the web font's subset has no superscript digits. */
export function PowerOfTen({ exponent }: { readonly exponent: number }) {
  if (exponent === 0) return "1";
  return (
    <>
      10
      <tspan dy={-4} fontSize={LEAST_TYPE}>
        {exponent < 0 ? `−${-exponent}` : exponent}
      </tspan>
    </>
  );
}
