/** Quality over time as a page: per size a chart, the levels at each mark, and where the time went. */
import type { Level } from '../../src/breach.ts'
import { chart, type Line } from './chart.ts'
import { type At, MARKS, type OverTime } from './marks.ts'

/** `chartFile`: link to a case's chart, relative to the page. */
export function overTimePage(all: readonly OverTime[], chartFile: (name: string) => string): string {
  const names = [...new Set(all.map(({ name }) => name))]
  return [
    '# Quality over time',
    '',
    'What a solve can hand over when it is stopped at each of these processor seconds: `npm run bench -- --over-time`. Every rota is',
    'priced by the rules’ own checks after its contacts have been planned exactly by linear programming for its people, whatever the',
    'search believed of it; a bound is what a stop at that moment would report as proven (0 where nothing was). The networks are real',
    'ones of the atlas (list sizes, demand, workforce) with synthetic people. Time starts when the document has been read. The charts',
    'show, on the level that is worst at that moment, how far the rota is above the best bound that any of these runs proved, as the',
    'report measures gaps; the first table of each size has the same figures.',
    '',
    'Peers are optional (`--peer timefold`, `--peer cp-sat`; ../bench/peers) and prove nothing here: their tables have no bounds, and',
    'their distance is from the best bound that a run of ours proved. Their seconds are those of the thread that solves, without what',
    'Java’s compiler and collector take besides. Timefold plans the same people, sessions and levels, but contacts by a greedy rule,',
    'and doesn’t know that a third session in a day shares a safe day with the other two. CP-SAT gets our programme, level by level,',
    'with one worker and in thousandths.',
    '',
    ...names.flatMap((name) => {
      const here = all.filter((one) => one.name === name)
      return section(here, chartFile(name))
    }),
  ].join('\n')
}

/** The chart of one case. */
export function chartOf(here: readonly OverTime[]): string {
  const [first] = here
  const best = bestBounds(here)
  const lines = here.map(({ way, at }): Line => {
    const points = at.flatMap(({ mark, levels }) =>
      levels === null ? [] : [{ x: mark, y: Math.max(...levels.map((level) => distance(level, best))) }],
    )
    return { name: way, points }
  })
  return chart(`${first?.name ?? ''}: distance of the worst level from the best known bound`, lines, MARKS)
}

type LevelAt = NonNullable<At['levels']>[number]

function bestBounds(here: readonly OverTime[]): ReadonlyMap<Level, number> {
  const best = new Map<Level, number>()
  for (const { at } of here)
    for (const { level, bound } of at.at(-1)?.levels ?? []) best.set(level, Math.max(bound, best.get(level) ?? 0))
  return best
}

/** Measured like gaps in a report; if a level has a gap, its floor is derived from that. */
function distance({ level, value, bound, gap }: LevelAt, best: ReadonlyMap<Level, number>): number {
  const denominator = gap > 0 ? (value - bound) / gap : Math.max(1, value)
  return Math.max(0, value - (best.get(level) ?? 0)) / Math.max(denominator, 1e-9)
}

function section(here: readonly OverTime[], file: string): string[] {
  const [first] = here
  if (first === undefined) return []
  const columns = Math.max(...here.map((one) => one.columns))
  const best = bestBounds(here)
  return [
    `## ${first.name}`,
    '',
    `${first.people} people, ${columns.toLocaleString('en-GB')} columns.`,
    '',
    `![${first.name}](${file})`,
    '',
    ...glance(here, best),
    '',
    ...here.flatMap((one) => [...table(one, best), '']),
    ...partsTable(here),
    '',
  ]
}

/** Compares the ways: the distance of each one's worst level from the best known bound. */
function glance(here: readonly OverTime[], best: ReadonlyMap<Level, number>): string[] {
  const marks = [...new Set(here.flatMap(({ at }) => at.map(({ mark }) => mark)))].sort((a, b) => a - b)
  const farthest = ({ at }: OverTime, mark: number) => {
    const levels = at.find((one) => one.mark === mark)?.levels ?? []
    if (levels.length === 0) return '–'
    return `${(100 * Math.max(...levels.map((level) => distance(level, best)))).toFixed(1)}%`
  }
  return [
    `| after, s | ${marks.join(' | ')} |`,
    `|---|${marks.map(() => '---|').join('')}`,
    ...here.map((one) => `| ${one.way} | ${marks.map((mark) => farthest(one, mark)).join(' | ')} |`),
  ]
}

function table({ way, at, seconds, end, unproven = false }: OverTime, best: ReadonlyMap<Level, number>): string[] {
  const levels = [...new Set(at.flatMap((one) => (one.levels ?? []).map(({ level }) => level)))]
  if (levels.length === 0) return [`**${way}**: no rota; ${end} after ${seconds.toFixed(1)} s.`]
  const cell = (one: At, level: Level) => {
    const found = one.levels?.find((other) => other.level === level)
    if (found === undefined) return '–'
    return unproven ? short(found.value) : `${short(found.value)} (${short(found.bound)})`
  }
  return [
    `**${way}**: ${end} after ${seconds.toFixed(1)} s. Value${unproven ? '' : ' (bound)'} of each level:`,
    '',
    `| after, s | ${levels.join(' | ')} | ${unproven ? 'distance' : 'largest gap'} |`,
    `|---|${levels.map(() => '---|').join('')}---|`,
    ...at.map((one) => {
      const gaps = (one.levels ?? []).map((level) => (unproven ? distance(level, best) : level.gap))
      const worst = gaps.length === 0 ? 'no rota' : `${(100 * Math.max(...gaps)).toFixed(1)}%`
      return `| ${one.mark} | ${levels.map((level) => cell(one, level)).join(' | ')} | ${worst} |`
    }),
  ]
}

function partsTable(here: readonly OverTime[]): string[] {
  const runs = here.filter(({ parts }) => parts.length > 0)
  if (runs.length === 0) return []
  const names = [...new Set(runs.flatMap(({ parts }) => parts.map(({ name }) => name)))]
  const seconds = (one: OverTime, name: string) =>
    one.parts.find((part) => part.name === name)?.seconds.toFixed(1) ?? '–'
  return [
    'Where the processor seconds went:',
    '',
    `| | ${runs.map(({ way }) => way).join(' | ')} |`,
    `|---|${runs.map(() => '---|').join('')}`,
    ...names.map((name) => `| ${name} | ${runs.map((one) => seconds(one, name)).join(' | ')} |`),
  ]
}

function short(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(2).replace(/\.?0+$/, '')
}
