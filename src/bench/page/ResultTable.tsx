import type { Measured, Row } from "../protocol";
import { cellsOf, HEADINGS, inOrder, nameOf } from "../report";
import "../../ui/controls/table.css";

function remarkOn({ agrees, first }: Measured): string {
  return `${agrees === false ? ": does not agree" : ""}${first ? " (its first iteration)" : ""}`;
}

/** All figures, a row for each contestant at each breadth. */
export function ResultTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div className="bench-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-fit" aria-label="All figures" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(rows).map((row) =>
              row.kind === "measured" ? (
                <tr key={`${row.contestant} ${row.breadth}`} data-own={row.contestant === "fused" || undefined}>
                  {cellsOf(rows, row).map((cell, i) => (
                    <td key={HEADINGS[i]}>{i === 1 ? `${cell}${remarkOn(row)}` : cell}</td>
                  ))}
                </tr>
              ) : (
                <tr key={`${row.contestant} ${row.breadth}`}>
                  <td>{row.breadth}</td>
                  <td>{nameOf(row.contestant)}</td>
                  <td colSpan={HEADINGS.length - 2} className="bench-reason">
                    {row.reason}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
      <p className="fine">
        Iterations of the whole batch a second, median of the batches; spread is (fastest − slowest) / median. “Ours is”
        compares our kernels' rate with the row's. Batches × iterations were timed after two that were not; where there
        was time for one only, it is a contestant's first and allocates as well. Dispatches and bytes read are counted
        for each iteration. “Of rate” and “of bandwidth” are shares of what the micro-benchmark of the same run
        measured: multiply-adds of 32-bit floats, and reading and writing memory, if the states were read and written
        once.
      </p>
    </div>
  );
}
