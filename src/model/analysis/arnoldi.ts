import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** An approximate eigenvalue re + i im of a linear map. */
export interface RitzValue {
  readonly re: number;
  readonly im: number;
  /** Length of J y - mu y for its unit vector y: an eigenvalue lies near when this is small beside |mu|. */
  readonly error: number;
}

/** Arnoldi's iteration on a map that is only known by what it does to vectors. */
export interface Arnoldi {
  /** The unit vector whose image is wanted next; null once the images span nothing new. */
  next(): Float32Array | null;
  /** Takes the image of the vector last handed out. */
  push(image: ArrayLike<number>): void;
  /** Ritz values, largest modulus first. Both of a complex pair are among them. */
  ritz(): RitzValue[];
  /** Unit vector (the real part, for a complex value) that belongs to a Ritz value of the same moment. */
  vector(value: RitzValue): Float32Array;
}

/** What is left of an image after projection, relative to it, below which it is rounding: f32 maps leave some 1e-5. */
const NOTHING = 1e-5;

/** Starts from a vector that should have a part of every eigenvector: noise will do. */
export function createArnoldi(start: ArrayLike<number>): Arnoldi {
  const basis: Float64Array[] = [unit(Float64Array.from(start))];
  /** Columns of the Hessenberg matrix; column j has j + 2 numbers. */
  const columns: number[][] = [];
  let over = false;

  /** Eigenpairs of the square part: of column pairs that are complex, both. */
  function pairs(): { value: RitzValue; re: number[]; im: number[] }[] {
    const m = columns.length;
    if (m === 0) return [];
    const square = Matrix.zeros(m, m);
    columns.forEach((column, j) => {
      column.slice(0, m).forEach((value, i) => {
        square.set(i, j, value);
      });
    });
    const { realEigenvalues, imaginaryEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(square, {
      assumeSymmetric: false,
    });
    const tail = over ? 0 : (columns.at(-1)?.[m] ?? 0);
    return realEigenvalues.map((re, j) => {
      const im = imaginaryEigenvalues[j] ?? 0;
      // The library packs a complex pair into two columns: real parts, then imaginary parts of the first of the two.
      const first = im < 0 ? j - 1 : j;
      const real = eigenvectorMatrix.getColumn(first);
      const imaginary = im === 0 ? real.map(() => 0) : eigenvectorMatrix.getColumn(first + 1);
      const length = Math.hypot(...real, ...imaginary) || 1;
      const last = Math.hypot(real.at(-1) ?? 0, imaginary.at(-1) ?? 0) / length;
      return { value: { re, im, error: Math.abs(tail) * last }, re: real, im: imaginary };
    });
  }

  return {
    next: () => {
      const v = basis[columns.length];
      return over || !v ? null : Float32Array.from(v);
    },
    push(image) {
      const w = Float64Array.from(image);
      const before = length(w);
      const column = new Array<number>(columns.length + 1).fill(0);
      // Twice: once is not enough to keep the basis orthogonal when much cancels.
      for (let pass = 0; pass < 2; pass++)
        for (const [i, v] of basis.entries()) {
          const share = inner(v, w);
          column[i] = (column[i] ?? 0) + share;
          for (let e = 0; e < w.length; e++) w[e] = (w[e] as number) - share * (v[e] as number);
        }
      const rest = length(w);
      columns.push([...column, rest]);
      if (rest <= NOTHING * before) over = true;
      else basis.push(unit(w));
    },
    ritz: () =>
      pairs()
        .map(({ value }) => value)
        .sort((a, b) => Math.hypot(b.re, b.im) - Math.hypot(a.re, a.im)),
    vector(wanted) {
      const pair = pairs().find(({ value }) => value.re === wanted.re && value.im === wanted.im);
      if (!pair) throw new RangeError("This Ritz value is of another moment.");
      const out = new Float64Array(basis[0]?.length ?? 0);
      pair.re.forEach((share, i) => {
        basis[i]?.forEach((value, e) => {
          out[e] = (out[e] as number) + share * value;
        });
      });
      return Float32Array.from(unit(out));
    },
  };
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function length(a: Float64Array): number {
  return Math.sqrt(inner(a, a));
}

function unit(a: Float64Array): Float64Array {
  const scale = 1 / (length(a) || 1);
  return a.map((value) => value * scale);
}
