/** A folder's import graph: edges, cycles, layers. */
import { posix } from 'node:path'
import { importsOf, type SourceFile } from '../../tests/source-files.ts'

export interface Graph {
  /** Sorted by name. */
  readonly modules: readonly string[]
  /** Modules that each module imports values or types from. */
  readonly next: ReadonlyMap<string, ReadonlySet<string>>
}

/** One edge per pair of modules with at least one import; type-only imports count unless `what` is values. */
export function graphOf(
  files: readonly SourceFile[],
  moduleOf: (path: string) => string,
  what: 'everything' | 'values' = 'everything',
): Graph {
  const known = new Set(files.map(({ path }) => path))
  const next = new Map<string, Set<string>>()
  for (const file of files) {
    const from = moduleOf(file.path)
    const targets = next.get(from) ?? new Set<string>()
    next.set(from, targets)
    for (const { from: written, typeOnly } of importsOf(file)) {
      if (typeOnly && what === 'values') continue
      const path = posix.join(posix.dirname(file.path), written)
      if (written.startsWith('.') && known.has(path) && moduleOf(path) !== from) targets.add(moduleOf(path))
    }
  }
  return { modules: [...next.keys()].sort(), next }
}

/** Maps a file to its folder within `root`, at most two levels deep; files directly in `root` form one module. */
export function folderModule(root: string): (path: string) => string {
  return (path) => posix.dirname(posix.relative(root, path)).split('/').slice(0, 2).join('/')
}

export function arrowsOf({ next }: Graph): (readonly [from: string, to: string])[] {
  return [...next].flatMap(([from, targets]) => [...targets].map((to) => [from, to] as const))
}

/** Strongly connected components of more than one module (Tarjan, 1972). */
export function cyclesOf(graph: Graph): string[][] {
  return componentsOf(graph).filter((group) => group.length > 1)
}

/** Length of the longest chain of imports, counting a cycle once. */
export function layersOf(graph: Graph): number {
  const groups = componentsOf(graph)
  const groupOf = new Map(groups.flatMap((group, k) => group.map((module) => [module, k] as const)))
  const heights: number[] = []
  // Components come after everything reachable from them.
  for (const [k, group] of groups.entries()) {
    const below = group.flatMap((module) => [...(graph.next.get(module) ?? [])].map((to) => groupOf.get(to) ?? k))
    heights.push(1 + Math.max(0, ...below.filter((other) => other !== k).map((other) => heights[other] ?? 0)))
  }
  return Math.max(0, ...heights)
}

/** Strongly connected components in reverse topological order. */
function componentsOf({ modules, next }: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const components: string[][] = []
  const visit = (module: string): void => {
    order.set(module, order.size)
    lowest.set(module, order.get(module) ?? 0)
    open.push(module)
    for (const to of next.get(module) ?? []) {
      if (!order.has(to)) visit(to)
      if (open.includes(to)) lowest.set(module, Math.min(lowest.get(module) ?? 0, lowest.get(to) ?? 0))
    }
    if (lowest.get(module) === order.get(module)) components.push(open.splice(open.indexOf(module)))
  }
  for (const module of modules) if (!order.has(module)) visit(module)
  return components
}
