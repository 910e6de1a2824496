/** Which modules of a folder import which, as a graph: arrows, cycles, layers. */
import { posix } from 'node:path'
import { importsOf, type SourceFile } from '../../tests/source-files.ts'

export interface Graph {
  /** In order of name. */
  readonly modules: readonly string[]
  /** By module: those that it imports from, values or types. */
  readonly next: ReadonlyMap<string, ReadonlySet<string>>
}

/** One arrow for each pair of modules of which one imports something of the other; if only a type, unless `what` says values. */
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

/** The folder of a file within `root`, two levels deep at most; files of `root` itself are one module, its doors. */
export function folderModule(root: string): (path: string) => string {
  return (path) => posix.dirname(posix.relative(root, path)).split('/').slice(0, 2).join('/')
}

export function arrowsOf({ next }: Graph): (readonly [from: string, to: string])[] {
  return [...next].flatMap(([from, targets]) => [...targets].map((to) => [from, to] as const))
}

/** Groups of modules of which each can be reached from each (Tarjan, 1972), without those of one module. */
export function cyclesOf(graph: Graph): string[][] {
  return componentsOf(graph).filter((group) => group.length > 1)
}

/** Modules on the longest chain of imports; a cycle stands in it once. */
export function layersOf(graph: Graph): number {
  const groups = componentsOf(graph)
  const groupOf = new Map(groups.flatMap((group, k) => group.map((module) => [module, k] as const)))
  const heights: number[] = []
  // A group comes after all that can be reached from it.
  for (const [k, group] of groups.entries()) {
    const below = group.flatMap((module) => [...(graph.next.get(module) ?? [])].map((to) => groupOf.get(to) ?? k))
    heights.push(1 + Math.max(0, ...below.filter((other) => other !== k).map((other) => heights[other] ?? 0)))
  }
  return Math.max(0, ...heights)
}

/** Strongly connected components, each after all that it can reach. */
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
