export interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Class of a table that is seen; without one it is for screen readers only. */
  readonly className?: string;
}

/** What a picture shows, as a table. */
export function DataTable({ caption, columns, rows, className }: DataTableProps) {
  return (
    <table className={className ?? "visually-hidden"}>
      <caption className={className && "visually-hidden"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              <td key={columns[i + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
