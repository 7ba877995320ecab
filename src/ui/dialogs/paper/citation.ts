/** The paper, as its arXiv page names it. */
export const PAPER = {
  title: "Equilibrium Reasoners: Learning Attractors Enables Scalable Reasoning",
  authors: ["Huang", "Geng", "Kolter"],
  year: 2026,
  arxiv: "2605.21488",
} as const;

export const PAPER_ADDRESS = `https://arxiv.org/abs/${PAPER.arxiv}`;

/** The entry for a bibliography; authors by their surnames. */
export function bibtex({ title, authors, year, arxiv }: typeof PAPER = PAPER): string {
  const fields = [
    ["title", `{${title}}`],
    ["author", authors.join(" and ")],
    ["year", String(year)],
    ["eprint", arxiv],
    ["archivePrefix", "arXiv"],
    ["url", PAPER_ADDRESS],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${authors[0]?.toLowerCase()}${year}equilibrium,\n${lines.join(",\n")}\n}\n`;
}
