import { scaleLinear } from "d3-scale";
import type { RitzValue } from "../../model/analysis/arnoldi";
import { fixed, say } from "../../words/say";
import { formatSigned } from "../format";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";

export interface SpectrumPlotProps {
  /** Leading eigenvalues, largest modulus first; empty while none is known. */
  readonly eigenvalues: readonly RitzValue[];
  readonly empty: string;
}

/** Eigenvalues in the complex plane: inside the unit circle differences shrink. A halo is the value's uncertainty. */
export function SpectrumPlot({ eigenvalues, empty }: SpectrumPlotProps) {
  const reach = Math.max(1.12, ...eigenvalues.map(({ re, im }) => 1.08 * Math.hypot(re, im)));
  return (
    <Plot
      margin={{ left: 12, bottom: 18 }}
      empty={eigenvalues.length === 0 && empty}
      table={eigenvalues.length > 0 && <SpectrumTable eigenvalues={eigenvalues} />}
    >
      {({ left, right, top, bottom }) => {
        const radius = Math.max(1, Math.min(right - left, bottom - top) / 2);
        const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
        const x = scaleLinear([-reach, reach], [cx - radius, cx + radius]);
        const y = scaleLinear([-reach, reach], [cy + radius, cy - radius]);
        const unit = x(1) - x(0);
        return (
          <>
            <text className="plot-caption" x={0} y={12}>{say`eigenvalues of the Jacobian, and the unit circle`}</text>
            <line className="chart-grid" x1={x(-reach)} x2={x(reach)} y1={cy} y2={cy} />
            <line className="chart-grid" x1={cx} x2={cx} y1={y(-reach)} y2={y(reach)} />
            <circle cx={cx} cy={cy} r={unit} fill="none" stroke="var(--line-strong)" strokeWidth={1.5} />
            <text x={x(1) + 4} y={cy - 5}>
              1
            </text>
            <text x={x(-1) - 4} y={cy - 5} textAnchor="end">
              −1
            </text>
            {eigenvalues.map(({ re, im, error }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an eigenvalue has no other name than its rank
              <g key={i} fill={i === 0 ? "var(--accent)" : "var(--muted)"}>
                <circle cx={x(re)} cy={y(im)} r={Math.min(40, error * unit)} opacity={0.14} />
                <circle cx={x(re)} cy={y(im)} r={i === 0 ? 5 : 3} stroke="var(--surface)" strokeWidth={1} />
              </g>
            ))}
          </>
        );
      }}
    </Plot>
  );
}

function SpectrumTable({ eigenvalues }: { readonly eigenvalues: readonly RitzValue[] }) {
  return (
    <DataTable
      caption={say`Leading eigenvalues of the map's Jacobian at the fixed point`}
      columns={[say`rank`, say`real part`, say`imaginary part`, say`modulus`, say`uncertainty`]}
      rows={eigenvalues.map(({ re, im, error }, i) => [
        i + 1,
        formatSigned(re, 3),
        formatSigned(im, 3),
        fixed(Math.hypot(re, im), 3),
        fixed(error, 3),
      ])}
    />
  );
}
