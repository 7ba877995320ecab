import { createElement, Fragment, type ReactNode } from "react";
import { partsOf } from "./say";

/** A sentence with elements in it, which the language puts where they belong: rich`See ${<a href="…">the paper</a>}.` */
export function rich(texts: TemplateStringsArray, ...values: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...(partsOf(texts, values) as readonly ReactNode[]));
}
