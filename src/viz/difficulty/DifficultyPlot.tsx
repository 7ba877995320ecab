import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import type { PuzzleTime, TimeBand } from "../../model/analysis/adaptive";
import { pointIn } from "../draw/magnified";
import { useSize } from "../draw/useSize";
import { OUTCOMES } from "../outcome";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { frameOf } from "../plot/frame";
import { PlotBox } from "../plot/Plot";
import { shapePath } from "../shape";
import { type DifficultyLayout, type Dot, dotsOf, layoutDifficulty, nearestDot } from "./layout";
import { bandName, markOf, medianText, puzzleSentence, settledText } from "./words";
import "./difficulty.css";
import { say } from "../../words/say";

export interface DifficultyPlotProps {
  readonly times: readonly PuzzleTime[];
  readonly bands: readonly TimeBand[];
  /** Iterations at most of a start. */
  readonly depth: number;
  readonly empty: string;
  /** Puts a puzzle on the board. */
  readonly onPick: (puzzle: number) => void;
}

const REACH = 24;

/**
 * Iterations to settle against the puzzle's difficulty: a mark is a puzzle, at the median of its starts, with a line from
 * the fastest to the slowest. Left and right go from puzzle to puzzle, Enter or a click puts one on the board.
 */
export function DifficultyPlot({ times, bands, depth, empty, onPick }: DifficultyPlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const sentence = useId();
  const frame = frameOf(useSize(host));
  const layout = layoutDifficulty(frame, times, depth);
  const dots = dotsOf(layout, times).sort((a, b) => a.x - b.x || a.time.puzzle - b.time.puzzle);
  const index = dots.findIndex(({ time }) => time.puzzle === at);
  const current = dots[index] ?? null;

  const near = (event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>) => {
    const { x, y } = pointIn(event.currentTarget, event);
    return nearestDot(dots, x, y, REACH);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey || dots.length === 0) return;
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step !== 0) setAt(dots[Math.max(0, Math.min(dots.length - 1, index + step))]?.time.puzzle ?? null);
    else if (event.key === "Enter" && current) onPick(current.time.puzzle);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="difficulty">
      <PlotBox
        host={host}
        frame={frame}
        className="difficulty-surface"
        empty={times.length === 0 && empty}
        role="application"
        aria-roledescription={say`scatter plot`}
        aria-label={say`Iterations to settle by difficulty. Left and right: another puzzle. Enter: put it on the board.`}
        aria-describedby={sentence}
        tabIndex={0}
        data-pointed={current !== null || undefined}
        onPointerMove={(event) => setAt(near(event)?.time.puzzle ?? null)}
        onPointerLeave={() => setAt(null)}
        onClick={(event) => {
          const dot = near(event);
          if (dot) onPick(dot.time.puzzle);
        }}
        onKeyDown={onKeyDown}
      >
        {() =>
          times.length > 0 && (
            <>
              <AxisLeft frame={frame} scale={layout.height} ticks={layout.yTicks} label={say`iterations to settle`} />
              <AxisBottom
                frame={frame}
                scale={layout.across}
                ticks={layout.xTicks.map((guesses) => guesses + 1)}
                format={(place) => place - 1}
                label={say`guesses a classical solver needs`}
              />
              <Rail layout={layout} />
              {bands.map((band) => (
                <Band key={band.from} band={band} layout={layout} />
              ))}
              {dots.map((dot) => (
                <Mark key={dot.time.puzzle} dot={dot} layout={layout} current={dot === current} />
              ))}
            </>
          )
        }
      </PlotBox>
      <p id={sentence} className="difficulty-sentence" aria-live="polite">
        {current && puzzleSentence(current.time, depth)}
      </p>
      {bands.length > 0 && (
        <DataTable
          className="difficulty-table"
          caption={say`Iterations to settle by difficulty`}
          columns={[say`guesses`, say`puzzles`, say`median iterations (95 %)`, say`starts that settled (95 %)`]}
          rows={bands.map((band) => [bandName(band), band.puzzles, medianText(band, depth), settledText(band)])}
        />
      )}
    </div>
  );
}

/** Above everything: what does not settle within the depth. */
function Rail({ layout }: { readonly layout: DifficultyLayout }) {
  const { frame, rail, depth } = layout;
  return (
    <>
      <line className="plot-rule" x1={frame.left} x2={frame.right} y1={rail} y2={rail} />
      <text className="plot-note" x={frame.right} y={rail - 6} textAnchor="end">
        {say`not within ${depth}`}
      </text>
    </>
  );
}

/** The median of a band of difficulty, over a wash of its interval. */
function Band({ band, layout }: { readonly band: TimeBand; readonly layout: DifficultyLayout }) {
  const { frame, across } = layout;
  const left = band.from === 0 ? frame.left : across(band.from + 0.6);
  const right = Number.isFinite(band.to) ? across(band.to + 1.4) : frame.right;
  const [low, high] = band.interval ?? [band.median, band.median];
  const [top, bottom] = [layout.y(high), layout.y(low)];
  return (
    <>
      <rect className="difficulty-interval" x={left} width={right - left} y={top} height={Math.max(0, bottom - top)} />
      <line className="difficulty-median" x1={left} x2={right} y1={layout.y(band.median)} y2={layout.y(band.median)} />
    </>
  );
}

function Mark({
  dot,
  layout,
  current,
}: {
  readonly dot: Dot;
  readonly layout: DifficultyLayout;
  readonly current: boolean;
}) {
  const { time, x, y } = dot;
  const { shape, variable } = OUTCOMES[markOf(time)];
  return (
    <g>
      <line
        className="difficulty-range"
        x1={x}
        x2={x}
        y1={layout.y(time.fastest)}
        y2={layout.y(time.slowest)}
        stroke={`var(${variable})`}
      />
      {current && <circle className="difficulty-ring" cx={x} cy={y} r={9} />}
      <path
        className="difficulty-mark"
        d={shapePath(shape, 4.5)}
        transform={`translate(${x} ${y})`}
        fill={`var(${variable})`}
      />
    </g>
  );
}
