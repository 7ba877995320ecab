import { parseSync } from "vite";
import { keyOf } from "./say";

/** A node of the syntax tree, as much of it as is looked at. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** What a source file says: texts that pass through the catalogue, and those that a person sees and that do not. */
export interface Said {
  readonly keys: readonly string[];
  readonly bare: readonly Bare[];
}

/** A text that a person sees and that does not pass through the catalogue. */
export interface Bare {
  readonly node: Node;
  readonly parents: readonly Node[];
  readonly text: string;
}

/** Reads the texts of a source file. */
export function scan(file: string, code: string): Said {
  const keys: string[] = [];
  const bare: Bare[] = [];
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  // What is for the machine may still hold a text that passes through the catalogue: { name: say`…` }.
  const visit = (node: Node, parents: readonly Node[], field: string, machine: boolean): void => {
    const forMachine = machine || isNoText(node, parents, field);
    const within = [...parents, node];
    if (node.type === "TaggedTemplateExpression" && isTag(node.tag)) {
      const quasi = node.quasi as Node;
      keys.push(keyOf(quasisOf(quasi)));
      for (const value of quasi.expressions as Node[]) visit(value, [...within, quasi], "expressions", false);
      return;
    }
    const text = textOf(node);
    if (!forMachine && text !== null && isSeen(text, node, parents)) bare.push({ node, parents, text });
    for (const [name, value] of Object.entries(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) visit(child, within, name, forMachine);
  };
  visit(program as unknown as Node, [], "", false);
  return { keys, bare };
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";
const isTag = (tag: unknown) => isNode(tag) && (tag.name === "say" || tag.name === "rich");
const quasisOf = (template: Node) =>
  (template.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);

function textOf(node: Node): string | null {
  if (node.type === "JSXText") return node.value as string;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") return quasisOf(node).join("\uE000");
  return null;
}

/** Attributes and properties whose text is never read by a person. */
const TECHNICAL =
  /^(class|className|cases|style|key|id|type|role|href|src|rel|target|d|points|transform|viewBox|fill|stroke.*|textAnchor|dominantBaseline|preserveAspectRatio|font.*|filter|clipPath|mask|htmlFor|method|mode|kind|accept|autoComplete|inputMode|name|slot|placement|data-.*|xmlns|crossOrigin|credentials|dy|dx|x|y|width|height|offset|opacity|color|background|gridArea|inert|translate|lang|dir|sandbox|allow|enterKeyHint|variant|size|align|scope|aria-(live|hidden|describedby|labelledby|controls|current|pressed|sort|haspopup|expanded|atomic|relevant|errormessage|orientation|owns|activedescendant|checked|selected))$/;
/** Functions whose arguments are for the machine. */
const MACHINE =
  /^(import|require|fetch|URL|Worker|addEventListener|removeEventListener|querySelector(All)?|closest|matches|matchMedia|getContext|createElement(NS)?|setAttribute|getAttribute|hasAttribute|removeAttribute|toggleAttribute|getPropertyValue|setProperty|createIcon|get|set|has|delete|append|getItem|setItem|removeItem|startsWith|endsWith|includes|indexOf|split|join|replace(All)?|toLocaleString|padStart|padEnd|CustomEvent|Event|postMessage|picklist|literal|lazily|lazyDialog|NumberFormat|RegExp|TypeError|getElementById|getElementsByTagName|useExperiment|useField|supports|requestAdapter|getRandomValues|localeCompare|normalize|dispatchEvent|createObjectURL|toBlob|convertToBlob|encode|test|match|exec|warn|error|log|invariant)$/;
const SKIPPED =
  /^(TS(?!As|Satisfies|NonNull).*|ImportDeclaration|ExportAllDeclaration|ImportExpression|ImportAttribute|ExportSpecifier)$/;

function isNoText(node: Node, parents: readonly Node[], field: string): boolean {
  if (SKIPPED.test(node.type)) return true;
  const parent = parents.at(-1);
  if (!parent) return false;
  if (field === "source") return true;
  if (parent.type === "Property" && field === "key") return true;
  if (parent.type === "MemberExpression" && field === "property") return true;
  if (parent.type === "JSXElement" && field !== "children" && field !== "openingElement") return true;
  if (parent.type === "SwitchCase" && field === "test") return true;
  if (parent.type === "BinaryExpression" && parent.operator !== "+") return true;
  if (parent.type === "JSXAttribute") return field === "name" || TECHNICAL.test(nameOf(parent.name));
  if (parent.type === "Property") return TECHNICAL.test(nameOf(parent.key));
  if (parent.type === "CallExpression" || parent.type === "NewExpression")
    return field === "arguments" && MACHINE.test(nameOf(parent.callee));
  return false;
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "MemberExpression") return nameOf(node.property);
  if (node.type === "JSXNamespacedName") return `${nameOf(node.namespace)}:${nameOf(node.name)}`;
  if (node.type === "Super") return "super";
  return typeof node.name === "string" ? node.name : typeof node.value === "string" ? node.value : "";
}

function isSeen(text: string, node: Node, parents: readonly Node[]): boolean {
  const parent = parents.at(-1);
  if (!/\p{L}{2}/u.test(text) || NAMES.has(text.trim())) return false;
  const above = parent?.type === "JSXElement" ? nameOf((parent.openingElement as Node).name) : "";
  if (node.type === "JSXText") return above !== "code" && above !== "kbd";
  if (
    /^(https?:|\.{0,2}\/|#|var\(|--|[a-z]+\/[a-z]|\?[a-z]+=)/.test(text) ||
    /var\(--|rgba?\(|px\b|\.(json|css|html|png|svg|csv|npz)$/.test(text)
  )
    return false;
  const holder = parents.findLast(({ type }) => !/^(Conditional|Logical|Paren|TSAs|TSSat|Array|JSXExpr)/.test(type));
  if (holder?.type === "JSXAttribute" && ATTRIBUTES.test(nameOf(holder.name))) return true;
  if (holder?.type === "Property" && ATTRIBUTES.test(nameOf(holder.key))) return true;
  if (KEYS.has(text)) return false;
  // In the middle of JSX, or of a sentence.
  const place = parents.findLast(({ type }) => !/^(Conditional|Logical|Paren|TSAs|TSSat|Binary)/.test(type));
  if (place?.type === "JSXExpressionContainer" && isChild(place, parents)) return true;
  if (place?.type === "TemplateLiteral" && parents.some(({ type }) => type === "TaggedTemplateExpression"))
    return /\p{L}{2}/u.test(text);
  // Elsewhere, what looks like words: two of them, or a capital at the beginning.
  return (
    /\p{L}{2}[,;:.)]* +[\p{L}(]/u.test(text) ||
    /^\P{L}*\p{Lu}\p{Ll}+[.:!?…]?$/u.test(text) ||
    /\uE000 \p{L}{2}|\p{L}{2} \uE000/u.test(text)
  );
}

const ATTRIBUTES =
  /^(aria-label|title|placeholder|alt|label|text|heading|caption|description|aria-description|aria-valuetext|aria-roledescription|word|short|columns|unit|about|note|hint|empty|message)$/;

function isChild(container: Node, parents: readonly Node[]): boolean {
  const above = parents[parents.indexOf(container) - 1];
  return above?.type === "JSXElement" || above?.type === "JSXFragment";
}

/** Names that are the same in every language. */
const NAMES = new Set([
  "CSV",
  "JSON",
  "PNG",
  "SVG",
  "npz",
  "WebGPU",
  "WebAssembly",
  "GPU",
  "CPU",
  "EqR",
  "Settle",
  "RMS",
]);

/** Names of keys in code. */
const KEYS = new Set(
  "Enter Escape Home End Tab Backspace Delete PageUp PageDown ArrowLeft ArrowRight ArrowUp ArrowDown".split(" "),
);
