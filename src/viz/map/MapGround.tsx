import { memo } from "react";
import type { Basis } from "../../model/eqr/record/frame";
import { local, say } from "../../words/say";
import type { Size } from "../draw/useSize";
import { formatPercent } from "../format";
import { gridLines, gridStep, INSET, type Projection } from "./projection";

export interface MapAxesProps {
  readonly size: Size;
  readonly projection: Projection;
  readonly axes: readonly [number, number];
  readonly basis: Basis | null;
}

/** The ground of the map: a square grid that shows the common scale, and what the two axes are. */
export const MapGround = memo(function MapGround({ size, projection, axes, basis }: MapAxesProps) {
  const { left, top, scale } = projection;
  const step = gridStep(scale, 64);
  const floor = size.height - INSET.bottom;
  const right = size.width - INSET.right;
  const label = (axis: number) =>
    basis ? say`PC ${axis + 1} · ${formatPercent(basis.explained[axis] ?? Number.NaN)}` : say`PC ${axis + 1}`;
  return (
    <>
      {gridLines(left, scale, step, INSET.left, right).map((x) => (
        <line key={`x${x}`} className="map-grid" x1={x} x2={x} y1={INSET.top} y2={floor} />
      ))}
      {gridLines(top, -scale, step, INSET.top, floor).map((y) => (
        <line key={`y${y}`} className="map-grid" x1={INSET.left} x2={right} y1={y} y2={y} />
      ))}
      <path className="map-frame" d={`M${INSET.left + 0.5},${INSET.top}V${floor + 0.5}H${right}`} />
      <text x={right} y={floor + 16} textAnchor="end">
        {label(axes[0])}
        {basis && size.width > 300 ? say` of variance` : ""}
      </text>
      <text transform={`translate(${INSET.left - 8},${INSET.top}) rotate(-90)`} textAnchor="end">
        {label(axes[1])}
      </text>
      <text x={INSET.left} y={floor + 16}>
        {say`grid spacing: ${local(Number(step.toPrecision(1)))}`}
      </text>
    </>
  );
});
