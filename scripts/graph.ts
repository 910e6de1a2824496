/**
 * `npm run graph [-- REVISION]`: the import graph of solver/'s modules, types included, next to that of an earlier revision.
 * Upward imports are those not allowed by tests/solver-layers.ts.
 */
import { execFileSync } from 'node:child_process'
import { SOLVER_LAYERS } from '../tests/solver-layers.ts'
import { type SourceFile, sourceFiles } from '../tests/source-files.ts'
import { arrowsOf, cyclesOf, folderModule, graphOf, layersOf } from './graph/import-graph.ts'

const [revision] = process.argv.slice(2)
const now = sourceFiles().filter(({ path }) => path.startsWith('solver/'))
const columns = [...(revision === undefined ? [] : [[revision, filesAt(revision)] as const]), ['now', now] as const]

const told = columns.map(([name, files]) => [name, ...Object.values(figuresOf(files))])
const rows = ['', ...Object.keys(figuresOf(now))].map((head, k) => [head, ...told.map((column) => column[k])])
for (const row of rows)
  console.log(row.map((cell, k) => (k === 0 ? `${cell}`.padEnd(48) : `${cell}`.padStart(9))).join(''))

console.log('\nWhat imports what:')
for (const [from, targets] of [...graphOf(now, moduleOf).next].sort())
  console.log(`  ${named(from).padEnd(22)} → ${[...targets].sort().map(named).join(', ')}`)

function moduleOf(path: string): string {
  return folderModule('solver')(path)
}

function named(module: string): string {
  return module === '' || module === '.' ? '(doors)' : module
}

function figuresOf(files: readonly SourceFile[]): Readonly<Record<string, number>> {
  const folders = graphOf(files, moduleOf)
  // Count files directly in solver/ as modules, as a newcomer would.
  const apart = graphOf(files, (path) => (/^solver\/[^/]+$/.test(path) ? path : moduleOf(path)))
  return {
    'files of solver/': files.length,
    'lines of solver/': files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0),
    'files at its top': files.filter(({ path }) => /^solver\/[^/]+$/.test(path)).length,
    'modules (folders, two levels)': folders.modules.length,
    layers: layersOf(folders),
    arrows: arrowsOf(folders).length,
    'upward imports': upwardIn(files),
    'cycles of modules': cyclesOf(folders).length,
    'modules, each file at the top apart': apart.modules.length,
    'arrows between them': arrowsOf(apart).length,
    'cycles of these': cyclesOf(apart).length,
    'cycles of files': cyclesOf(graphOf(files, (path) => path)).length,
  }
}

/** Number of imports not allowed by the table. */
function upwardIn(files: readonly SourceFile[]): number {
  const layerOf = (path: string) => SOLVER_LAYERS.find(({ holds }) => holds.test(path))
  const graph = graphOf(files, (path) => path)
  return arrowsOf(graph).filter(([from, to]) => {
    const [own, other] = [layerOf(from), layerOf(to)]
    return own !== other && own?.uses.includes(other?.name ?? '') !== true
  }).length
}

function filesAt(commit: string): SourceFile[] {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e8 })
  return git('ls-tree', '-r', '--name-only', commit, 'solver')
    .split('\n')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: git('show', `${commit}:${path}`) }))
}
