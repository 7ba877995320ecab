const NUMBERS = [
  "No",
  "One",
  "Two",
  "Three",
  "Four",
  "Five",
  "Six",
  "Seven",
  "Eight",
  "Nine",
  "Ten",
  "Eleven",
  "Twelve",
];

/** What there is to see on the page, for a run of so many starts. */
export function taglineOf(breadth: number): string {
  const count = NUMBERS[breadth] ?? breadth.toLocaleString("en");
  return breadth === 1
    ? "One random start; watch where it comes to rest"
    : `${count} random starts; watch where they come to rest`;
}
