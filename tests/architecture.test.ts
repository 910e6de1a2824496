/** Imports point down only. The table is the architecture; a new arrow is a decision, not a convenience. */
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, type SourceFile, sourceFiles } from './source-files.ts'

interface Layer {
  readonly name: string
  /** The first layer whose pattern fits a path is the path's layer. */
  readonly holds: RegExp
  /** Layers of ours that it may import; its own always. */
  readonly uses: readonly string[]
  /** Packages that it may import, beside its own platform's where `node` is true. */
  readonly packages: readonly string[]
  readonly node: boolean
}

const LAYERS: readonly Layer[] = [
  { name: 'time', holds: /^src\/time\.ts$/, uses: [], packages: ['luxon'], node: false },
  { name: 'errors', holds: /^src\/errors\.ts$/, uses: [], packages: [], node: false },
  {
    name: 'intake',
    holds: /^src\/intake\//,
    uses: ['domain', 'time', 'errors'],
    packages: ['zod', 'fastest-levenshtein'],
    node: true,
  },
  { name: 'output', holds: /^src\/output\//, uses: ['domain', 'time', 'errors'], packages: [], node: false },
  { name: 'domain', holds: /^src\/[^/]+\.ts$/, uses: ['time', 'errors'], packages: [], node: false },
  { name: 'lp', holds: /^solver\/lp\//, uses: [], packages: [], node: false },
  // How a file of this project becomes a thread: whoever needs one may.
  { name: 'spawn', holds: /^solver\/engines\/spawn\.ts$/, uses: [], packages: ['tsx'], node: true },
  {
    name: 'engines',
    holds: /^solver\/engines\//,
    // A defect is the one word that engines share with the rest of the house.
    uses: ['lp', 'errors', 'spawn'],
    packages: ['highs', 'javascript-lp-solver'],
    node: true,
  },
  { name: 'rules', holds: /^solver\/rules\//, uses: ['solver', 'domain', 'time', 'errors'], packages: [], node: false },
  {
    name: 'thread',
    holds: /^solver\/worker\//,
    uses: ['solver', 'engines', 'spawn', 'domain', 'errors'],
    packages: [],
    node: true,
  },
  {
    name: 'solver',
    holds: /^solver\//,
    uses: ['rules', 'engines', 'lp', 'domain', 'time', 'errors'],
    packages: [],
    node: false,
  },
  {
    name: 'store',
    holds: /^api\/store\//,
    uses: ['errors'],
    packages: ['kysely', 'pg', '@electric-sql/pglite', '@electric-sql/pglite-prepopulatedfs'],
    node: true,
  },
  {
    name: 'api',
    holds: /^api\//,
    uses: ['store', 'thread', 'spawn', 'solver', 'rules', 'intake', 'output', 'domain', 'time', 'errors'],
    packages: ['express', 'zod', 'pg-boss', 'helmet', 'openid-client'],
    node: true,
  },
  // What other people take home: it knows nothing of ours but what goes over HTTP.
  { name: 'client', holds: /^client\//, uses: [], packages: [], node: false },
  // The pages know the service by its public API alone.
  {
    name: 'web',
    holds: /^web\//,
    uses: ['client'],
    packages: [
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@vitejs/plugin-react',
      'openapi-fetch',
      'react',
      'react-dom',
      'vite',
    ],
    node: false,
  },
  {
    name: 'cli',
    holds: /^cli\//,
    uses: ['api', 'thread', 'solver', 'rules', 'intake', 'output', 'domain', 'time', 'errors'],
    packages: [],
    node: true,
  },
]

/** Tests, measurements and scripts stand outside: nothing may import them, and they may import anything. */
const OUTSIDE = /^(tests|bench|scripts|reliability)\//

const files = sourceFiles()
const layerOf = (path: string) => LAYERS.find((layer) => layer.holds.test(path))

function wrongImports(file: SourceFile, layer: Layer): string[] {
  return importsOf(file).flatMap(({ from }) => {
    if (from.endsWith('.scss')) return layer.name === 'web' ? [] : [`${file.path} → ${from}`]
    if (from.startsWith('.')) {
      const target = posix.join(posix.dirname(file.path), from)
      const theirs = layerOf(target)?.name ?? 'outside the table'
      const isPackageJson = target === 'package.json' && layer.name !== 'domain'
      return isPackageJson || theirs === layer.name || layer.uses.includes(theirs)
        ? []
        : [`${file.path} → ${target} (${layer.name} → ${theirs})`]
    }
    const allowed = from.startsWith('node:')
      ? layer.node
      : layer.packages.some((name) => from === name || from.startsWith(`${name}/`))
    return allowed ? [] : [`${file.path} → ${from}`]
  })
}

describe('imports point down only', () => {
  it.each(LAYERS.map((layer) => [layer.name, layer] as const))('in %s', (_, layer) => {
    const wrong = files.filter((file) => layerOf(file.path) === layer).flatMap((file) => wrongImports(file, layer))
    expect(wrong).toEqual([])
  })

  it('from no file that the table does not know', () => {
    expect(files.filter(({ path }) => !layerOf(path) && !OUTSIDE.test(path)).map(({ path }) => path)).toEqual([])
  })

  it('by paths that end in .ts or .tsx, to files that exist', () => {
    const known = new Set(files.map(({ path }) => path))
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => from.startsWith('.') && !/\.(json|scss)$/.test(from))
        .map(({ from }) => posix.join(posix.dirname(file.path), from))
        .filter((target) => !known.has(target))
        .map((target) => `${file.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })
})

it('a rule’s check cannot reach the model: rules import the draft as a type at most', () => {
  const wrong = files
    .filter(({ path }) => path.startsWith('solver/rules/'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ from, typeOnly }) => /\/(draft|elastic|lexicographic|solve|greedy)\.ts$/.test(from) && !typeOnly)
        .map(({ from }) => `${file.path} → ${from}`),
    )
  expect(wrong).toEqual([])
})

it('no files import each other in a circle', () => {
  const next = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
        .map(({ from }) => posix.join(posix.dirname(file.path), from)),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (trail.includes(path) || done.has(path)) return
    for (const target of next.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  expect(circles).toEqual([])
})

it('reads imports as they are written', () => {
  const text = [
    "import { a } from './a.ts'",
    "import type { B } from 'zod'",
    'import {\n  c,\n  type D,\n} from "./not-ours"',
    "import {\n  e,\n  type F,\n} from '../e.ts'",
    "import 'tsx'",
    "export type { G } from './g.ts'",
    // In two pieces, or this file itself would seem to import it.
    `const h = await import(${"'./h.ts'"})`,
    "// import { no } from './no.ts'",
  ].join('\n')
  expect(importsOf({ path: 'x.ts', text })).toEqual([
    { from: './a.ts', typeOnly: false },
    { from: 'zod', typeOnly: true },
    { from: '../e.ts', typeOnly: false },
    { from: './g.ts', typeOnly: true },
    { from: 'tsx', typeOnly: false },
    { from: './h.ts', typeOnly: false },
  ])
})
