import { join } from 'node:path';

const entry = join(import.meta.dirname, '../src/main.ts');

/** What of the bundler's graph is needed. */
interface Graph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/**
 * Names the piece of the page a module goes into: what it opens with, or what is fetched when first wanted. Left alone,
 * the bundler cuts ten, which pack worse and are fetched one after the other.
 */
export function piece(): (id: string, graph: Graph) => string {
  const first = new Set<string>();
  const take = (id: string, graph: Graph) => {
    if (first.has(id)) return;
    first.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) take(imported, graph);
  };
  return (id, graph) => {
    take(entry, graph);
    return first.has(id) ? 'deck' : 'pages';
  };
}
