import { scaleLinear } from "d3-scale";
import { useRef } from "react";
import type { RitzValue } from "../../model/analysis/arnoldi";
import { useSize } from "../draw/useSize";
import { formatSigned } from "../format";
import { frameOf } from "../plot/frame";
import "../plot/plot.css";

export interface SpectrumPlotProps {
  /** Leading eigenvalues, largest modulus first; empty while none is known. */
  readonly eigenvalues: readonly RitzValue[];
  readonly empty: string;
}

/** Eigenvalues in the complex plane: inside the unit circle differences shrink. A halo is the value's uncertainty. */
export function SpectrumPlot({ eigenvalues, empty }: SpectrumPlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const { left, right, top, bottom } = frameOf(size, { left: 12, right: 12, top: 22, bottom: 18 });
  const radius = Math.max(1, Math.min(right - left, bottom - top) / 2);
  const reach = Math.max(1.12, ...eigenvalues.map(({ re, im }) => 1.08 * Math.hypot(re, im)));
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const x = scaleLinear([-reach, reach], [cx - radius, cx + radius]);
  const y = scaleLinear([-reach, reach], [cy + radius, cy - radius]);
  const unit = x(1) - x(0);
  return (
    <div className="plot" ref={host}>
      {size.width > 0 && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <text className="plot-caption" x={0} y={12}>
            eigenvalues of the Jacobian, and the unit circle
          </text>
          <line className="chart-grid" x1={x(-reach)} x2={x(reach)} y1={cy} y2={cy} />
          <line className="chart-grid" x1={cx} x2={cx} y1={y(-reach)} y2={y(reach)} />
          <circle cx={cx} cy={cy} r={unit} fill="none" stroke="var(--line-strong)" strokeWidth={1.5} />
          <text x={x(1) + 4} y={cy - 5}>
            1
          </text>
          <text x={x(-1) - 4} y={cy - 5} textAnchor="end">
            −1
          </text>
          {eigenvalues.map(({ re, im, error }, i) => {
            const color = i === 0 ? "var(--accent)" : "var(--muted)";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an eigenvalue has no other name than its rank
              <g key={i} fill={color}>
                <circle cx={x(re)} cy={y(im)} r={Math.min(40, error * unit)} opacity={0.14} />
                <circle cx={x(re)} cy={y(im)} r={i === 0 ? 5 : 3} stroke="var(--surface)" strokeWidth={1} />
              </g>
            );
          })}
        </svg>
      )}
      {eigenvalues.length === 0 ? <p className="plot-empty">{empty}</p> : <SpectrumTable eigenvalues={eigenvalues} />}
    </div>
  );
}

function SpectrumTable({ eigenvalues }: { readonly eigenvalues: readonly RitzValue[] }) {
  return (
    <table className="visually-hidden">
      <caption>Leading eigenvalues of the map's Jacobian at the fixed point</caption>
      <thead>
        <tr>
          <th>rank</th>
          <th>real part</th>
          <th>imaginary part</th>
          <th>modulus</th>
          <th>uncertainty</th>
        </tr>
      </thead>
      <tbody>
        {eigenvalues.map(({ re, im, error }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={i}>
            <th>{i + 1}</th>
            <td>{formatSigned(re, 3)}</td>
            <td>{formatSigned(im, 3)}</td>
            <td>{Math.hypot(re, im).toFixed(3)}</td>
            <td>{error.toFixed(3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
