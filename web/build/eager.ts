import { join } from 'node:path';

const entry = join(import.meta.dirname, '../src/main.ts');

/** What of the bundler's graph is needed. */
interface Graph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/**
 * Names one piece for everything the page needs at once: left alone, the bundler cuts it in six, which pack worse and
 * are fetched one after the other.
 */
export function eagerPiece(): (id: string, graph: Graph) => string | null {
  const eager = new Set<string>();
  const take = (id: string, graph: Graph) => {
    if (eager.has(id)) return;
    eager.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) take(imported, graph);
  };
  return (id, graph) => {
    take(entry, graph);
    return eager.has(id) ? 'deck' : null;
  };
}
