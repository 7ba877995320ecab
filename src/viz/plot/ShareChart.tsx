import { scaleLinear, scaleLog } from "d3-scale";
import type { Share } from "../../model/analysis/wilson";
import { say } from "../../words/say";
import { formatPercent } from "../format";
import { AxisBottom, AxisLeft } from "./Axes";
import { DataTable } from "./DataTable";
import type { PlotFrame } from "./frame";
import { Plot } from "./Plot";
import { bandPath, linePath } from "./path";
import { spread } from "./spread";

/** Shares at the places of the x axis; only the strong line has its band drawn. */
export interface ShareLine {
  readonly name: string;
  readonly shares: readonly Share[];
  readonly strong: boolean;
}

export interface ShareChartProps {
  readonly caption: string;
  /** Label of the horizontal axis, and its places, rising, from 1 on: drawn on a log scale. */
  readonly label: string;
  readonly xs: readonly number[];
  readonly lines: readonly ShareLine[];
  /** Shown while there is nothing to draw. */
  readonly empty: string;
}

/** Shares that grow with depth or breadth, with the 95 % band of the line that counts. */
export function ShareChart({ caption, label, xs, lines, empty }: ShareChartProps) {
  const known = lines.some(({ shares }) => shares.some(({ n }) => n > 0));
  const ordered = [...lines].sort((a, b) => Number(a.strong) - Number(b.strong));
  return (
    <Plot
      margin={{ right: lines.length > 1 ? widthOf(lines) : 16 }}
      empty={!known && empty}
      table={known && <ShareTable caption={caption} label={label} xs={xs} lines={lines} />}
    >
      {(frame) => {
        const x = scaleLog([xs[0] ?? 1, Math.max(2, xs.at(-1) ?? 2)], [frame.left, frame.right]);
        const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={[0, 0.25, 0.5, 0.75, 1]} format={percent} label={caption} />
            <AxisBottom frame={frame} scale={x} ticks={ticksOf(xs, frame)} label={label} />
            {known && ordered.map((line) => <Line key={line.name} line={line} xs={xs} x={x} y={y} />)}
            {known && lines.length > 1 && <Names lines={lines} frame={frame} y={y} />}
          </>
        );
      }}
    </Plot>
  );
}

/** Room for the longest of the names at the ends, in CSS pixels. */
function widthOf(lines: readonly ShareLine[]): number {
  return 10 + 6.4 * Math.max(...lines.map(({ name }) => name.length));
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Every place, or every second, third, ... where they would touch; the last one always. */
function ticksOf(xs: readonly number[], { left, right }: PlotFrame): number[] {
  const step = Math.max(1, Math.ceil((xs.length * 34) / (right - left)));
  return xs.filter((_, i) => (xs.length - 1 - i) % step === 0);
}

interface LineProps {
  readonly line: ShareLine;
  readonly xs: readonly number[];
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function Line({ line: { shares, strong }, xs, x, y }: LineProps) {
  const at = (of: (share: Share) => number) =>
    shares.map((share, i): readonly [number, number] => [x(xs[i] ?? Number.NaN), y(of(share))]);
  const points = at(({ share }) => share);
  return (
    <>
      {strong && (
        <path
          className="plot-band"
          d={bandPath(
            at(({ low }) => low),
            at(({ high }) => high),
          )}
        />
      )}
      <path className="plot-line" d={linePath(points)} stroke={strong ? "var(--accent)" : "var(--line-strong)"} />
      {strong && points.map(([px, py]) => <circle key={px} cx={px} cy={py} r={2.6} fill="var(--accent)" />)}
    </>
  );
}

/** The names of the lines at their ends, pushed apart where they would touch. */
function Names({ lines, frame, y }: { lines: readonly ShareLine[]; frame: PlotFrame; y: (value: number) => number }) {
  const places = spread(
    lines.map(({ shares }) => y(shares.at(-1)?.share ?? 0)),
    12,
    [frame.top, frame.bottom],
  );
  return lines.map(({ name, strong }, i) => (
    <text key={name} className={strong ? "plot-strong" : undefined} x={frame.right + 5} y={(places[i] ?? 0) + 4}>
      {name}
    </text>
  ));
}

function ShareTable({ caption, label, xs, lines }: Omit<ShareChartProps, "empty">) {
  const cell = (shares: readonly Share[], i: number) => {
    const { share = Number.NaN, low = 0, high = 1 } = shares[i] ?? {};
    return say`${formatPercent(share)}, ${percent(low)} to ${percent(high)}`;
  };
  return (
    <DataTable
      caption={say`${caption}, with 95 % intervals`}
      columns={[label, ...lines.map(({ name }) => name)]}
      rows={xs.map((at, i) => [at, ...lines.map(({ shares }) => cell(shares, i))])}
    />
  );
}
