import { useRef } from "react";
import { useSize } from "../draw/useSize";
import { type LogScale, positionOf, wholeDecades } from "./scale";
import "./bench.css";
import { counted } from "../../words/say";

export interface BenchMark {
  readonly id: string;
  readonly label: string;
  /** "own" is stressed; the other two differ by shape as well as by colour. */
  readonly look: "own" | "webgpu" | "wasm";
  /** Larger is better; smallest and largest of the batches around it. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

export interface BenchGroup {
  readonly title: string;
  readonly marks: readonly BenchMark[];
}

export interface BenchChartProps {
  readonly groups: readonly BenchGroup[];
  /** What the axis shows, with its unit. */
  readonly axis: string;
  /** The picture in one sentence. */
  readonly sentence: string;
}

const ROW = 24;
const HEAD = 30;
const FOOT = 24;
/** Below this width the labels are above their marks instead of beside them. */
const NARROW = 560;

/** Rates on a log scale, group by group: a dot for the median, a line from the slowest to the fastest batch. */
export function BenchChart({ groups, axis, sentence }: BenchChartProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { width } = useSize(ref);
  const narrow = width < NARROW;
  const row = narrow ? ROW + 16 : ROW;
  const left = narrow ? 6 : 250;
  const scale: LogScale = { ...wholeDecades(groups.flatMap(({ marks }) => marks)), left, right: width - 74 };
  const tops = groups.map((_, i) => groups.slice(0, i).reduce((y, { marks }) => y + HEAD + marks.length * row, 0));
  const height = groups.reduce((y, { marks }) => y + HEAD + marks.length * row, 0) + FOOT;
  return (
    <div ref={ref} className="bench-chart">
      {width > 0 && groups.length > 0 && (
        <svg width={width} height={height} role="img" aria-label={sentence}>
          <Grid scale={scale} bottom={height - FOOT} axis={axis} />
          {groups.map(({ title, marks }, i) => (
            <g key={title} transform={`translate(0 ${tops[i] ?? 0})`}>
              <text className="bench-group" x={0} y={20}>
                {title}
              </text>
              {marks.map((mark, n) => (
                <g
                  key={mark.id}
                  transform={`translate(0 ${HEAD + n * row})`}
                  className="bench-mark"
                  data-look={mark.look}
                >
                  <text className="bench-label" x={0} y={narrow ? 11 : 16}>
                    {mark.label}
                  </text>
                  <Mark mark={mark} scale={scale} y={narrow ? 24 : ROW / 2} />
                </g>
              ))}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function Mark({ mark, scale, y }: { readonly mark: BenchMark; readonly scale: LogScale; readonly y: number }) {
  const x = positionOf(scale, mark.value);
  const high = positionOf(scale, mark.high);
  return (
    <>
      <line className="bench-stem" x1={scale.left} x2={x} y1={y} y2={y} />
      <line className="bench-spread" x1={positionOf(scale, mark.low)} x2={high} y1={y} y2={y} />
      {mark.look === "wasm" ? (
        <rect className="bench-dot" x={x - 4} y={y - 4} width={8} height={8} />
      ) : (
        <circle className="bench-dot" cx={x} cy={y} r={mark.look === "own" ? 6 : 4.5} />
      )}
      <text className="bench-value" x={Math.max(x + 6, high) + 6} y={y + 4}>
        {mark.text}
      </text>
    </>
  );
}

function Grid({ scale, bottom, axis }: { readonly scale: LogScale; readonly bottom: number; readonly axis: string }) {
  const decades = Array.from({ length: scale.to - scale.from + 1 }, (_, i) => scale.from + i);
  return (
    <g>
      {decades.map((decade) => {
        const x = positionOf(scale, 10 ** decade);
        return (
          <g key={decade}>
            <line className="bench-grid" x1={x} x2={x} y1={22} y2={bottom} />
            <text className="bench-tick" x={x} y={bottom + 16} textAnchor="middle">
              {decade >= 0 ? counted(10 ** decade) : 10 ** decade}
            </text>
          </g>
        );
      })}
      <text className="bench-axis" x={scale.right + 70} y={12} textAnchor="end">
        {axis}
      </text>
    </g>
  );
}
