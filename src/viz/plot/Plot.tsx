import { type ComponentProps, type ReactNode, type RefObject, useRef } from "react";
import { useSize } from "../draw/useSize";
import { frameOf, type Margin, type PlotFrame } from "./frame";
import "./plot.css";

export interface PlotBoxProps extends Omit<ComponentProps<"div">, "children" | "ref"> {
  readonly host: RefObject<HTMLDivElement | null>;
  /** Of the host's size. */
  readonly frame: PlotFrame;
  /** Shown in the middle while there is nothing to draw. */
  readonly empty?: string | false | undefined;
  /** Over the drawing, in place of a caption. */
  readonly legend?: ReactNode;
  /** After the drawing: its data for screen readers, or a note. */
  readonly table?: ReactNode;
  /** What is drawn, as SVG; nothing where it gives null or false. */
  readonly children?: (frame: PlotFrame) => ReactNode;
}

export interface PlotProps extends Omit<PlotBoxProps, "host" | "frame"> {
  readonly margin?: Margin;
}

/** A small chart that fills its box: a drawing in a frame, what to say while it is empty, and its data as a table. */
export function Plot({ margin, ...rest }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  return <PlotBox host={host} frame={frameOf(useSize(host), margin)} {...rest} />;
}

/** The same for charts that need their frame outside the drawing, to follow the pointer. */
export function PlotBox({ host, frame, empty, legend, table, className, children, ...rest }: PlotBoxProps) {
  const { width, height } = frame;
  const drawing = width > 0 && children?.(frame);
  return (
    <div className={className ? `plot ${className}` : "plot"} ref={host} {...rest}>
      {legend}
      {drawing && (
        <svg width={width} height={height} aria-hidden="true">
          {drawing}
        </svg>
      )}
      {empty && <p className="plot-empty">{empty}</p>}
      {table}
    </div>
  );
}
