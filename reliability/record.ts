/** Writes the results page: a section per trial, replaced by its latest run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Row } from './trial.ts'

export interface Entry {
  readonly name: string
  readonly title: string
  readonly seed: number
  readonly small: boolean
  readonly seconds: number
  readonly rows: readonly Row[]
}

/** Writes entries into the page, replacing earlier versions or appending. */
export function writeEntries(path: string, entries: readonly Entry[]): void {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : ''
  writeFileSync(path, entries.reduce(withEntry, page))
}

export function withEntry(page: string, entry: Entry): string {
  const [begin, end] = [`<!-- ${entry.name} -->`, `<!-- end of ${entry.name} -->`]
  const section = `${begin}\n${sectionOf(entry)}\n${end}`
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) return `${page.trimEnd()}\n\n${section}\n`
  return page.slice(0, from) + section + page.slice(to + end.length)
}

function sectionOf({ title, seed, small, seconds, rows }: Entry): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [
    `## ${title}`,
    '',
    `${small ? 'Small size' : 'Full size'}, seed ${seed}, ${Math.round(seconds)} s.`,
    '',
    line(['what', 'tried', 'seen', 'survived']),
    '|---|---|---|---|',
    ...rows.map(({ what, tried, seen, survived }) => line([what, tried, seen, survived ? 'yes' : '**no**'])),
  ].join('\n')
}
