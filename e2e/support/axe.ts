import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules whose outcome depends on the theme. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Axe's violations in both themes: all rules in the light one, those of colour in the dark one as well. */
export async function violationsInBoth(page: Page, within?: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Half-way in a fade, colours are not yet those of the design.
    await page.waitForTimeout(400);
    const rules = colorScheme === "dark" ? OF_COLOUR : undefined;
    found.push(...(await violations(page, within, rules)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/** What axe calls serious or critical, in one line each; of the elements of a selector and of some rules where given. */
export async function violations(page: Page, within?: string, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (within) axe.include(within);
  if (rules) axe.withRules([...rules]);
  const { violations: found } = await axe.analyze();
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}
