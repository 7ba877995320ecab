import { join } from "node:path";
import type { HtmlTagDescriptor, PluginOption, Rolldown } from "vite";
import { ROOT } from "../tools/exec.ts";

/** The page, which its first script imports once the language is known. */
const PAGE = join(ROOT, "src/ui/main.tsx");
/** The scripts that documents name. */
const NAMED = ["src/ui/begin.ts", "src/bench/page/main.tsx", "src/embeds/main.ts"].map((path) => join(ROOT, path));

/**
 * The page is imported by a script of a few lines. Its modules and styles are named in the document nevertheless, so that
 * they are fetched at once and not one after the other.
 */
export function pageAhead(): PluginOption {
  return {
    name: "page-ahead",
    apply: "build",
    config: () => ({
      build: {
        rolldownOptions: {
          output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: grouping() }] } },
        },
      },
    }),
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle, filename }) {
        return bundle && filename === join(ROOT, "index.html") ? tagsOf(Object.values(bundle)) : [];
      },
    },
  };
}

/** What belongs to the page alone is one chunk: left to itself the bundler makes many, which are larger together. */
function grouping(): Rolldown.CodeSplittingNameFunction {
  let alone: ReadonlySet<string> | null = null;
  return (id, context) => {
    const needs = (entry: string) => reached(entry, (module) => context.getModuleInfo(module)?.importedIds ?? []);
    if (!alone) {
      const others = new Set(NAMED.flatMap((entry) => [...needs(entry)]));
      alone = new Set([...needs(PAGE)].filter((module) => !others.has(module)));
    }
    return alone.has(id) ? "page" : null;
  };
}

/** All that is imported from a beginning, then itself: in the order in which modules and styles take effect. */
function reached(
  from: string,
  imports: (from: string) => readonly string[],
  found = new Set<string>(),
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(from)) return found;
  seen.add(from);
  for (const next of imports(from)) reached(next, imports, found, seen);
  return found.add(from);
}

function tagsOf(outputs: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): HtmlTagDescriptor[] {
  const chunks = new Map(outputs.flatMap((output) => (output.type === "chunk" ? [[output.fileName, output]] : [])));
  const page = [...chunks.values()].find(({ facadeModuleId, moduleIds }) =>
    [facadeModuleId, ...moduleIds].includes(PAGE),
  );
  if (!page) throw new Error("The build has no chunk of src/ui/main.tsx.");
  const files = [...reached(page.fileName, (file) => chunks.get(file)?.imports ?? [])];
  const styles = new Set(files.flatMap((file) => [...(chunks.get(file)?.viteMetadata?.importedCss ?? [])]));
  return [...files.map((file) => tag("modulepreload", file)), ...[...styles].map((file) => tag("stylesheet", file))];
}

function tag(rel: string, file: string): HtmlTagDescriptor {
  return { tag: "link", attrs: { rel, crossorigin: true, href: `./${file}` }, injectTo: "head" };
}
