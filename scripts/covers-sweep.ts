/**
 * Samples fifty absences in three networks: processor seconds per answer, and how often the best answer is as good as the best
 * rota with at most one, two, three or any number of changes. Prints the tables of docs/covers.md. `npm run -s covers-sweep --
 * [--absences N] [--seconds N] [--keep FILE]`. Absences in the file are skipped, so that an interrupted run resumes; each
 * network's rota is stored next to it.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { judge, levelValues } from '../solver/check/judge.ts'
import { locumFor } from '../solver/cover-week.ts'
import { highsEngine } from '../solver/engines/highs/highs.ts'
import { floorOf } from '../solver/facts/level-units.ts'
import { isInForce } from '../solver/facts/rule-settings.ts'
import { covers } from '../solver/replan/covers.ts'
import { replans } from '../solver/replan/replans.ts'
import { assignmentsOf, clinicsOf } from '../solver/report/plan.ts'
import { RULES, ruleBook } from '../solver/rules/index.ts'
import { solve } from '../solver/solve.ts'
import { LEVELS, type Level } from '../src/breach.ts'
import { readAbsence } from '../src/intake/absence/absence-reading.ts'
import { absentWeek } from '../src/intake/absence/absent-week.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { draw } from '../src/intake/network/draw.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { readRota } from '../src/intake/rota-reading.ts'
import type { Problem } from '../src/problem.ts'
import { meetsNeeds, type Rota } from '../src/rota.ts'

const ENGINE = highsEngine()
const MOVES = [0, 1, 2, 3, 5, Number.POSITIVE_INFINITY]
/** Numbers of changes that the best answer is compared with. */
const AGAINST = [1, 2, 3, 5]
/** Relative difference (of a level's value, or its floor) up to which levels are equally good. */
const EVEN = 0.01

const { values: asked } = parseArgs({
  options: {
    absences: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '3600' },
    keep: { type: 'string' },
  },
})
const ABSENCES = Number(asked.absences)
/** Processor seconds after which no further absence is started. */
const BUDGET = Number(asked.seconds)

interface Row {
  readonly seed: number
  readonly network: string
  readonly open: number
  readonly first: number
  readonly all: number
  readonly one: number
  readonly curve: number
  readonly week: number
  /** By number of changes: how the best cover compares; null if no such rota was found. */
  readonly against: readonly (number | null)[]
  readonly gaps: readonly number[]
  /** Whether points never get worse with more changes. */
  readonly monotone: boolean
  /** Whether each answer's levels are reproduced by judging its JSON. */
  readonly again: boolean
}

function fixture(name: string): RotaDocument {
  return JSON.parse(readFileSync(`fixtures/networks/${name}.json`, 'utf8')) as RotaDocument
}

function seconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

async function solved(document: RotaDocument): Promise<{ problem: Problem; rota: Rota; week: number }> {
  const problem = readDocument(document, ruleBook())
  const path = `${asked.keep}-${problem.network.ods}.json`
  if (asked.keep !== undefined && existsSync(path)) {
    const { week, rota } = JSON.parse(readFileSync(path, 'utf8'))
    return { problem, rota: readRota(rota, problem), week }
  }
  const began = seconds()
  const timed = { ...problem, solve: { ...problem.solve, seconds: 60, gap: 0.01 } }
  const outcome = await solve(timed, { engine: ENGINE, why: '', clock: seconds })
  if (outcome.kind !== 'rota') throw new Error(`no rota: ${outcome.kind}`)
  const week = seconds() - began
  if (asked.keep !== undefined) writeFileSync(path, JSON.stringify({ week, rota: asJson(problem, outcome.rota) }))
  return { problem, rota: outcome.rota, week }
}

function asJson(problem: Problem, { assignments, clinics }: Rota) {
  return { assignments: assignmentsOf(problem, assignments), clinics: clinicsOf(problem, clinics) }
}

function compared(a: ReadonlyMap<Level, number>, b: ReadonlyMap<Level, number>, problem: Problem): number {
  for (const level of LEVELS) {
    const [x, y] = [a.get(level) ?? 0, b.get(level) ?? 0]
    if (Math.abs(x - y) > EVEN * Math.max(floorOf(level, problem), Math.abs(y))) return x - y
  }
  return 0
}

async function absence(
  document: RotaDocument,
  { problem, rota, week }: Awaited<ReturnType<typeof solved>>,
  seed: number,
): Promise<Row> {
  const chance = draw(seed, problem.network.ods, 'absence')
  const own = rota.assignments.filter((a) => meetsNeeds(a.work))
  const lost = chance.pick(own)
  const session = problem.horizon.sessions[lost.session]
  if (session === undefined) throw new Error('nobody works')
  const parts = chance.chance(0.5) ? { parts: [session.part] } : {}
  const now = `${session.date}T07:40`
  const away = readAbsence({ person: lost.person, from: session.date, ...parts }, problem, now)
  const began = seconds()
  const locum = locumFor(problem, rota, away)
  const published = assignmentsOf(problem, rota.assignments)
  const absent = absentWeek(document, problem, { absence: away, published, now, locum })
  const next = readDocument(absent, ruleBook())
  const marks: number[] = []
  const onOption = () => void marks.push(seconds() - began)
  const found = await covers({ problem: next, rota, absence: away }, { engine: ENGINE, onOption })
  const all = seconds() - began
  const rules = RULES.filter((rule) => isInForce(rule, next))
  const published2 = { problem: next, rules, rota, since: away.since }
  const beganOne = seconds()
  await replans(published2, [3], { engine: ENGINE, clock: seconds })
  const one = seconds() - beganOne
  const beganCurve = seconds()
  const points = await replans(published2, MOVES, { engine: ENGINE, clock: seconds })
  const curve = seconds() - beganCurve
  const [best] = found.options
  const judged = (of: Rota) => levelValues(judge(of, next))
  const alone = readDocument(JSON.parse(JSON.stringify(absent)), ruleBook())
  const again = found.options.every(({ rota: of, values: claimed }) => {
    const read = readRota(JSON.parse(JSON.stringify(asJson(next, of))), alone)
    return compared(levelValues(judge(read, alone)), claimed, alone) === 0
  })
  const monotone = points.every(({ rota: of }, k) => {
    const before = points[k - 1]?.rota
    return !before || (of !== null && compared(judged(of), judged(before), next) <= 0)
  })
  const values = best?.values ?? new Map<Level, number>()
  return {
    ...{
      seed,
      monotone,
      network: problem.network.name,
      open: found.open.length,
      first: marks[1] ?? marks[0] ?? 0,
      all,
      one,
      curve,
      week,
      again,
    },
    against: AGAINST.map((k) => points[k]?.rota ?? null).map((of) =>
      of === null ? null : Math.sign(compared(values, judged(of), next)),
    ),
    gaps: points.map(({ values: of, bounds }) =>
      Math.max(
        0,
        ...[...of].map(([level, value]) => (value - (bounds.get(level) ?? 0)) / Math.max(value, floorOf(level, next))),
      ),
    ),
  }
}

function middle(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)
}

function slowest(of: (row: Row) => number): string {
  return Math.max(0, ...rows.map(of)).toFixed(1)
}

const documents: readonly RotaDocument[] = [
  fixture('one-practice'),
  fixture('five-practices'),
  networkDocument(readAtlas(), 'U49929', { week: '2026-11-30', seed: 1 }),
]
const rows: Row[] =
  asked.keep !== undefined && existsSync(asked.keep)
    ? readFileSync(asked.keep, 'utf8')
        .trim()
        .split('\n')
        .map((line): Row => JSON.parse(line))
    : []
const weeks = []
for (const document of documents) weeks.push({ document, week: await solved(document) })
for (let seed = 1; seed <= Math.ceil(ABSENCES / weeks.length); seed++) {
  for (const { document, week } of weeks) {
    if (rows.length >= ABSENCES || seconds() > BUDGET) break
    if (rows.some((row) => row.seed === seed && row.network === document.network.name)) continue
    const row = await absence(document, week, seed)
    rows.push(row)
    console.error(JSON.stringify(row))
    if (asked.keep !== undefined) appendFileSync(asked.keep, `${JSON.stringify(row)}\n`)
  }
}

console.log(
  '| network | absences | week | first answer | all answers | replan, 3 changes | curve | as good as 1 | 2 | 3 | any | better than any | widest gap, any |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|')
for (const name of [...new Set(rows.map(({ network }) => network))]) {
  const own = rows.filter(({ network }) => network === name)
  const ratio = (of: (row: Row) => number) => `${middle(own.map(of))} (${middle(own.map((row) => of(row) / row.week))})`
  const good = AGAINST.map((_, k) => {
    const known = own.filter(({ against }) => against[k] !== null)
    return `${known.filter(({ against }) => (against[k] ?? 1) <= 0).length} of ${known.length}`
  })
  const gap = Math.max(...own.map(({ gaps }) => gaps.at(-1) ?? 0))
  const best = own.filter(({ against }) => (against.at(-1) ?? 0) < 0).length
  console.log(
    `| ${name} | ${own.length} | ${own[0]?.week.toFixed(1)} | ${ratio((r) => r.first)} | ${ratio((r) => r.all)} | ${ratio((r) => r.one)} | ${ratio((r) => r.curve)} | ${good.join(' | ')} | ${best} | ${(100 * gap).toFixed(1)}% |`,
  )
}
const all = rows.flatMap(({ gaps }) => gaps)
const near = all.filter((gap) => gap <= EVEN).length
console.log(
  `slowest: first answer ${slowest((r) => r.first)}, all answers ${slowest((r) => r.all)}, replan ${slowest((r) => r.one)}, curve ${slowest((r) => r.curve)}`,
)
console.log(
  `judged again: ${rows.filter(({ again }) => again).length} of ${rows.length} with the same values; monotone: ${rows.filter(({ monotone }) => monotone).length}; points of curves within 1%: ${near} of ${all.length}`,
)
