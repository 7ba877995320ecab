import type { Page } from "@playwright/test";

/**
 * Texts and controls of the page that nobody can bring wholly into sight: cut off by a part that does not scroll, outside
 * of the panel, bar, button or dialog that they are in, or beyond the window. One line for each.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const HOMES = ".panel, [role=dialog], header, .lesson-strip, .popover, button, .panel-head, .banner, .row";
    const IGNORED = "svg, canvas, .visually-hidden, script, style, noscript, [aria-hidden=true], .skip-link, option";
    // Tabs scroll sideways by design, and a menu beside them has them all.
    const ownScroll = "[role=tablist]";
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
    const faults = new Set<string>();

    const check = (element: Element, box: DOMRect, what: string): void => {
      for (
        let outer: Element | null = element;
        outer && outer !== document.documentElement;
        outer = outer.parentElement
      ) {
        const { display, overflowX, overflowY, position } = getComputedStyle(outer);
        if (display === "contents" || display === "inline") continue;
        const around = outer.getBoundingClientRect();
        if (around.width <= 1 || around.height <= 1) return;
        const over = [
          around.left - box.left,
          box.right - around.right,
          around.top - box.top,
          box.bottom - around.bottom,
        ];
        const [sideways, upright] = [Math.max(...over.slice(0, 2)) > 2, Math.max(...over.slice(2)) > 3];
        const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
        if ((sideways && scrolls(overflowX)) || (upright && scrolls(overflowY))) return;
        const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
        const isHome = outer !== element && outer.matches(HOMES);
        if ((sideways && (cuts(overflowX) || isHome)) || (upright && (cuts(overflowY) || isHome))) {
          faults.add(`${what} runs out of ${nameOf(outer)} by ${Math.round(Math.max(...over))} px`);
          return;
        }
        if (position === "fixed") break;
      }
      if (box.left < -1 || box.right > innerWidth + 1) faults.add(`${what} is beyond the window`);
    };
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest(`${IGNORED}, ${ownScroll}`);

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode } = texts;
      const [text, element] = [currentNode.textContent?.trim(), currentNode.parentElement];
      if (!text || !element || !isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(currentNode);
      for (const box of range.getClientRects())
        if (box.width > 2 && box.height > 2) check(element, box, `"${text.slice(0, 40)}"`);
    }
    for (const control of document.querySelectorAll("button, input, select, textarea, [role=radio]")) {
      const box = control.getBoundingClientRect();
      if (box.width < 3 || !isSeen(control)) continue;
      if (control.parentElement)
        check(control.parentElement, box, `the control "${control.getAttribute("aria-label") ?? control.textContent}"`);
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.add("the page scrolls sideways");
    return [...faults];
  });
}
