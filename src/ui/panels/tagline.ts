import { counted, say } from "../../words/say";

const NUMBERS = [
  say`No`,
  say`One`,
  say`Two`,
  say`Three`,
  say`Four`,
  say`Five`,
  say`Six`,
  say`Seven`,
  say`Eight`,
  say`Nine`,
  say`Ten`,
  say`Eleven`,
  say`Twelve`,
];

/** What there is to see on the page, for a run of so many starts. */
export function taglineOf(breadth: number): string {
  const count = NUMBERS[breadth] ?? counted(breadth);
  return breadth === 1
    ? say`One random start; watch where it comes to rest`
    : say`${count} random starts; watch where they come to rest`;
}
