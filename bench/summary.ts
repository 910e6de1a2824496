/** A run at a glance: how long our own solve takes, how it compares with others, and how it grows with size. */
import { byCase, caseInWords, type Entry, isReached, limitOf, processorOf } from './entry.ts'
import { count, growth, median, percent, spread } from './figures.ts'
import { isRelaxation, PEERS, type Spent } from './task.ts'

/** Gap asked of the peers, and used for ours in comparisons. */
const PEER_GAP = 0.01

/** Sizes over which growth is fitted. */
const [FROM, TO] = [5, 50]

export function summary(entries: readonly Entry[]): string[] {
  const cases = byCase(entries)
  const gaps = [...new Set(entries.filter(({ way }) => way === 'ours').map(({ gap }) => gap))]
  if (gaps.length === 0) return []
  return [
    '## Our own solve',
    '',
    'Wall seconds / processor seconds.',
    '',
    `| | people | columns | rows | a first rota | ${gaps.map((gap) => `to ${percent(gap)}`).join(' | ')} | memory, MB |`,
    `|---|---|---|---|---|${gaps.map(() => '---|').join('')}---|`,
    ...cases.map((one) => ownRow(one, gaps)),
    '',
    ...against(cases),
    ...growths(entries, gaps),
    ...asides(cases),
  ]
}

function ownRow(entries: readonly Entry[], gaps: readonly number[]): string {
  const ours = entries.filter(({ way }) => way === 'ours')
  const runs = ours.flatMap((entry) => entry.runs)
  const [known] = entries.flatMap((entry) => entry.runs)
  const [first] = entries
  if (first === undefined || known === undefined) return ''
  const firsts = runs.flatMap((run) => (run.first === null ? [] : [run.first]))
  const cells = [
    caseInWords(first),
    ...[known.people, known.columns, known.rows].map(count),
    firsts.length === 0 ? 'none' : both(firsts),
    ...gaps.map((gap) => toGap(ours.find((entry) => entry.gap === gap))),
    runs.length === 0 ? '–' : count(Math.max(...runs.map((run) => run.peakMemory))),
  ]
  return `| ${cells.join(' | ')} |`
}

function toGap(entry: Entry | undefined): string {
  if (entry === undefined) return '–'
  if (entry.runs.length === 0) return entry.fault ?? 'not measured'
  if (isReached(entry)) return both(entry.runs.map((run) => run.solve))
  return `not in ${spread(entry.runs.map((run) => run.solve.processor))} cpu`
}

function both(spent: readonly Spent[]): string {
  return `${spread(spent.map((s) => s.wall))} / ${spread(spent.map((s) => s.processor))}`
}

/** Ratios of processor seconds to a 1% gap: ours to the relaxation's, and each peer's to ours. */
function against(cases: readonly Entry[][]): string[] {
  const measured = new Set(cases.flat().map(({ way }) => way))
  const rows = cases.flatMap((entries) => {
    const ours = entries.find(({ way, gap }) => way === 'ours' && gap === PEER_GAP)
    const limit = limitOf(entries)
    if (ours === undefined) return []
    const mark = isReached(ours) ? '' : 'more than '
    const fastest = entries.find((entry) => isRelaxation(entry.way) && isReached(entry) && processorOf(entry) === limit)
    const cells = [
      caseInWords(ours),
      limit === null ? 'not solved' : `${limit.toFixed(1)} (${fastest?.way.replace('relaxation-', '')})`,
      limit === null ? '–' : ours.runs.length === 0 ? ours.fault : `${mark}${(processorOf(ours) / limit).toFixed(1)}`,
      ...PEERS.map((peer) => {
        const entry = entries.find(({ way }) => way === peer)
        // Peers missing from the whole run are listed above the table.
        if (entry === undefined || ours.runs.length === 0) return measured.has(peer) ? 'not measured' : '–'
        return times(entry, ours)
      }),
    ]
    return [`| ${cells.join(' | ')} |`]
  })
  if (rows.length === 0) return []
  return [
    '## Against others',
    '',
    'Processor seconds, all to 1% on every level: of the fastest relaxation, ours as a multiple of it, and each peer’s as a',
    'multiple of ours. "more than": it did not finish in the time allowed.',
    '',
    `| | relaxation, cpu | ours over it | ${PEERS.map((peer) => `${peer} over ours`).join(' | ')} |`,
    `|---|---|---|${PEERS.map(() => '---|').join('')}`,
    ...rows,
    '',
  ]
}

function times(peer: Entry, ours: Entry): string {
  if (peer.runs.length === 0) return peer.fault ?? 'not measured'
  if (!isReached(peer) && peer.runs.every((run) => run.solve.processor < Math.min(5, run.task.seconds / 2)))
    return peer.runs[0]?.end ?? 'refused'
  const ratio = (processorOf(peer) / Math.max(1e-3, processorOf(ours))).toFixed(1)
  if (isReached(peer)) return isReached(ours) ? ratio : `less than ${ratio}`
  return isReached(ours) ? `more than ${ratio}` : 'neither ended'
}

function growths(entries: readonly Entry[], gaps: readonly number[]): string[] {
  const sized = entries.filter(({ practices, weeks }) => weeks === 1 && practices >= FROM && practices <= TO)
  if (new Set(sized.map(({ practices }) => practices)).size < 2) return []
  const line = (name: string, own: readonly Entry[]) => {
    const reached = own.filter(isReached)
    const missed = [...new Set(own.filter((entry) => !isReached(entry)).map(({ practices }) => practices))]
    const exponent = growth(reached.map((entry) => ({ size: entry.practices, seconds: processorOf(entry) })))
    const from = reached.map(({ practices }) => practices).join(', ')
    const left = missed.length === 0 ? '' : `; not reached in time: ${missed.join(', ')}`
    return `- ${name}: ${exponent === null ? 'too few sizes to fit' : `${exponent.toFixed(2)}, from ${from} practices`}${left}.`
  }
  const relaxations = byCase(sized).flatMap((one) => {
    const limit = limitOf(one)
    return one
      .filter((entry) => isRelaxation(entry.way) && isReached(entry) && processorOf(entry) === limit)
      .slice(0, 1)
  })
  return [
    `## Growth from ${FROM} to ${TO} practices`,
    '',
    'The exponent e of processor seconds ≈ c · practicesᵉ, by least squares of the logarithms (to be at most 1.3).',
    '',
    ...gaps.map((gap) =>
      line(
        `ours to ${percent(gap)}`,
        sized.filter((entry) => entry.way === 'ours' && entry.gap === gap),
      ),
    ),
    line('the fastest relaxation', relaxations),
    '',
  ]
}

/** Parts that should stay below 10% of the solve. */
function asides(cases: readonly Entry[][]): string[] {
  const rows = cases.flatMap((entries) => {
    const runs = entries.filter(({ way }) => way === 'ours').flatMap((entry) => entry.runs)
    const [first] = entries
    if (first === undefined) return []
    const told = runs.flatMap(({ build, aside, solve }) =>
      aside === null ? [] : [{ build, judge: aside.judge, audit: aside.audit, solve }],
    )
    if (told.length === 0) return []
    const cell = (part: 'build' | 'judge' | 'audit') => {
      const seconds = median(told.map((run) => run[part].processor))
      const share = median(told.map((run) => run[part].processor / Math.max(1e-9, run.solve.processor)))
      return `${(1000 * seconds).toFixed(1)} ms, ${(100 * share).toFixed(2)}%`
    }
    return [`| ${caseInWords(first)} | ${cell('build')} | ${cell('judge')} | ${cell('audit')} |`]
  })
  if (rows.length === 0) return []
  return [
    '## Building, judging, auditing',
    '',
    'Processor time, and its share of the solve (each to stay below 10%).',
    '',
    '| | build the programme | judge the rota by every rule | audit the two accounts |',
    '|---|---|---|---|',
    ...rows,
    '',
  ]
}
