/** Imports only point downwards. This table is the architecture; adding a dependency is a decision, not a convenience. */
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrowsOf, cyclesOf, folderModule, graphOf, layersOf } from '../scripts/graph/import-graph.ts'
import { type Layer, SOLVER_LAYERS } from './solver-layers.ts'
import { importsOf, type SourceFile, sourceFiles } from './source-files.ts'

/** What callers of solver/ may import besides its entry points: rules as data, and the words of a running solve. */
const SOLVER_TOLD = ['report', 'search', 'facts', 'explain/why']

const LAYERS: readonly Layer[] = [
  { name: 'time', holds: /^src\/time\.ts$/, uses: [], packages: ['luxon'], node: false },
  { name: 'errors', holds: /^src\/errors\.ts$/, uses: [], packages: [], node: false },
  // Merging an import into a record: one function for the service, the command line and the pages (decision 0197).
  {
    name: 'merging',
    holds: /^src\/intake\/imports\/merged-record\.ts$/,
    uses: ['intake'],
    typesOf: ['intake'],
    packages: [],
    node: false,
  },
  {
    name: 'intake',
    holds: /^src\/intake\//,
    uses: ['domain', 'time', 'errors'],
    packages: ['zod', 'fastest-levenshtein', '@e965/xlsx', 'papaparse', 'ical.js'],
    node: true,
  },
  // Fonts are read from files.
  {
    name: 'pdf',
    holds: /^src\/output\/pdf\//,
    uses: ['output', 'domain'],
    packages: ['pdfkit'],
    node: true,
  },
  {
    name: 'output',
    holds: /^src\/output\//,
    uses: ['pdf', 'calendar', 'domain', 'time', 'errors'],
    packages: ['hucre'],
    node: false,
  },
  {
    name: 'calendar',
    holds: /^src\/calendar\//,
    uses: ['domain', 'time', 'errors'],
    packages: ['ical-generator'],
    node: false,
  },
  { name: 'charts', holds: /^src\/charts\//, uses: ['output', 'domain', 'time'], packages: [], node: false },
  { name: 'wording', holds: /^src\/wording\//, uses: ['domain', 'time'], packages: [], node: false },
  { name: 'domain', holds: /^src\/[^/]+\.ts$/, uses: ['time', 'errors'], packages: [], node: false },
  ...SOLVER_LAYERS,
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
    uses: [
      'store',
      'worker',
      'spawn',
      'solver',
      ...SOLVER_TOLD,
      'rules',
      'intake',
      'merging',
      'output',
      'calendar',
      'domain',
      'time',
      'errors',
    ],
    packages: ['express', 'zod', 'pg-boss', 'helmet', 'openid-client', 'pino', 'prom-client', 'swagger-ui-dist'],
    node: true,
  },
  // Published for third parties: depends on nothing of ours, only on HTTP.
  { name: 'client', holds: /^client\//, uses: [], packages: ['openapi-fetch'], node: false },
  // The pages use the service only through its public API.
  {
    name: 'web',
    holds: /^web\//,
    // Staffing mixes are estimated in the browser.
    uses: ['client', 'mix', 'jslp-run', 'lp', 'domain', 'merging'],
    typesOf: ['lp', 'domain'],
    packages: [
      '@observablehq/plot',
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
    uses: [
      'api',
      // The newcomer's first week is planned over HTTP, like from their pages.
      'client',
      'worker',
      'solver',
      ...SOLVER_TOLD,
      'rules',
      'intake',
      'merging',
      'output',
      'charts',
      'domain',
      'time',
      'errors',
    ],
    packages: [],
    node: true,
  },
]

/** Tests, benchmarks and scripts: nothing may import them, and they may import anything. */
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

/** Pairs of layers in which the first may only import types from the second. */
const TYPES_ONLY = LAYERS.flatMap(({ name, typesOf = [] }) => typesOf.map((other) => [name, other] as const))

it.each(TYPES_ONLY)('%s imports types of %s, and no values', (name, other) => {
  const wrong = files
    .filter(({ path }) => layerOf(path)?.name === name)
    .flatMap((file) =>
      importsOf(file)
        .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
        .map(({ from }) => posix.join(posix.dirname(file.path), from))
        .filter((target) => layerOf(target)?.name === other)
        .map((target) => `${file.path} → ${target}`),
    )
  expect(wrong).toEqual([])
})

describe('cycles', () => {
  const solver = files.filter(({ path }) => path.startsWith('solver/'))

  it('there are none of files that load each other', () => {
    expect(cyclesOf(graphOf(files, (path) => path, 'values'))).toEqual([])
  })

  it('there are none in the solver, not even of types', () => {
    expect(cyclesOf(graphOf(solver, (path) => path))).toEqual([])
    expect(cyclesOf(graphOf(solver, folderModule('solver')))).toEqual([])
  })

  it('are found where there are some, and the layers counted', () => {
    const written = { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] }
    const some = Object.entries(written).map(([name, targets]) => ({
      path: `x/${name}.ts`,
      text: targets.map((to) => `import type { T } from './${to}.ts'`).join('\n'),
    }))
    const graph = graphOf(some, (path) => path)
    expect(cyclesOf(graph)).toEqual([['x/b.ts', 'x/c.ts']])
    expect(layersOf(graph)).toBe(3)
    expect(arrowsOf(graph)).toHaveLength(4)
    expect(graphOf(some, (path) => path, 'values').next.get('x/a.ts')).toEqual(new Set())
  })
})

it('the solver has few enough modules to be seen at once', () => {
  const solver = files.filter(({ path }) => path.startsWith('solver/'))
  expect(graphOf(solver, folderModule('solver')).modules.length).toBeLessThanOrEqual(20)
})

it('reads imports as they are written', () => {
  const text = [
    "import { a } from './a.ts'",
    "import type { B } from 'zod'",
    'import {\n  c,\n  type D,\n} from "./not-ours"',
    "import {\n  e,\n  type F,\n} from '../e.ts'",
    "import 'tsx'",
    "export type { G } from './g.ts'",
    // Split, or this file would itself appear to import it.
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
