/** Measurements of one run as a page. Ratios are within the run, so that the machine's speed cancels out. */
import type { AskedCase } from './asked.ts'
import { byCase, caseInWords, type Entry, isReached, limitOf, processorOf, type Results } from './entry.ts'
import { count, median, percent, spread } from './figures.ts'
import { summary } from './summary.ts'
import { isRelaxation } from './task.ts'

export function resultsPage({ machine, allowed, workers, seed, resumed, missing, entries }: Results): string {
  return [
    '# Measured',
    '',
    `By \`npm run bench\`, in one run${resumed ? ' that goes on with an earlier one (what that had measured is kept)' : ''}, ${atATime(workers)}. ${machine}. Seed ${seed}. Each measurement is allowed`,
    `${allowedInWords(allowed)} (a relaxation three times what the warm one takes), in a`,
    'process of its own; medians, with the least and the most in brackets where there are several. The documents are real networks of the',
    'atlas (their list sizes, demand and workforce, with synthetic people); larger ones are several networks in one document.',
    'Every gap is proven on every level. Peers get the same programme level by level, with what a level has won held fast as in',
    'our own solve, and the same gaps; CP-SAT counts in thousandths, so equations and levels are held to one. The relaxation is',
    'of all levels in order, by simplex, by interior point, and warm: one programme held open for all levels.',
    '',
    ...(missing.length === 0
      ? []
      : ['Peers that this run goes without:', '', ...missing.map((peer) => `- ${peer}`), '']),
    ...summary(entries),
    '## Everything',
    '',
    ...byCase(entries).flatMap(section),
  ].join('\n')
}

function atATime(workers: number): string {
  return workers === 1 ? 'one measurement after another' : `${workers} measurements at a time`
}

/** Cases grouped by their time limit. */
function allowedInWords(cases: readonly AskedCase[]): string {
  const seconds = [...new Set(cases.map((one) => one.seconds))].sort((a, b) => a - b)
  const names = (n: number) =>
    cases
      .filter((one) => one.seconds === n)
      .map(caseInWords)
      .join('; ')
  return `processor seconds: ${seconds.map((n) => `${n} (${names(n)})`).join(', ')}`
}

function section(entries: readonly Entry[]): string[] {
  const [first] = entries
  const [known] = entries.flatMap(({ runs }) => runs)
  if (first === undefined) return []
  const size =
    known === undefined
      ? 'Nothing was measured.'
      : `${count(known.people)} people, ${count(known.columns)} columns (${count(known.wholeColumns)} whole), ${count(known.rows)} rows.`
  const limit = limitOf(entries)
  return [
    `### ${caseInWords(first)}`,
    '',
    size,
    '',
    '| way | gap | s | cpu | of the relaxation (cpu) | memory, MB | how it ended |',
    '|---|---|---|---|---|---|---|',
    ...entries.map((entry) => line(entry, limit)),
    '',
  ]
}

function line(entry: Entry, limit: number | null): string {
  const { way, gap, runs, fault } = entry
  const asked = isRelaxation(way) ? '–' : percent(gap)
  if (runs.length === 0) return `| ${way} | ${asked} | – | – | – | – | ${fault ?? 'not measured'} |`
  const refused = runs.every((run) => run.solve.wall < 0.05)
  const ratio =
    limit === null || refused ? '–' : `${isReached(entry) ? '' : '> '}${(processorOf(entry) / limit).toFixed(1)}`
  const cells = [
    ...[way, asked, spread(runs.map((run) => run.solve.wall)), spread(runs.map((run) => run.solve.processor)), ratio],
    count(Math.round(median(runs.map((run) => run.peakMemory)))),
    [...new Set(runs.map((run) => run.end))].join('; '),
  ]
  return `| ${cells.join(' | ')} |`
}
