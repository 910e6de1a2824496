/**
 * The value of one more session as predicted by the mix and as obtained by a solved rota, for the sample network and networks
 * sampled with a seed: `npx tsx --import ./bench/processor-clock.ts scripts/mix/obtained.ts --out FILE [--networks N] [--seed N]
 * [--seconds N] [--rota-seconds N] [--limit N]`.
 *
 * Every row is written to FILE as soon as it is known, and existing rows are skipped: run it again to resume. Without
 * `--networks` it only summarises FILE. Times are processor seconds per solve (`--rota-seconds` for a network's first rota);
 * `--limit` ends the run after that many.
 *
 * A network's rota is solved first. Then everybody is pinned where it places them, so that the two following solves, without and
 * with the additional session, are exact: their difference is what the session obtains if nobody else moves.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { mixModelOf } from '../../solver/mix/mix-model.ts'
import { OpenMix } from '../../solver/mix/mix-solve.ts'
import { type OpenPost, openPosts, totalsOf } from '../../solver/mix/open-posts.ts'
import { type Base, curveOf, gainWith } from '../../solver/mix/values.ts'
import { plan } from '../../solver/plan.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { NO_NETWORK, readAtlas } from '../../src/intake/atlas.ts'
import { draw } from '../../src/intake/network/draw.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import { withVacancies } from '../../src/intake/scenario/vacant-posts.ts'
import type { MixGain } from '../../src/mix-answer.ts'
import { sumUp } from './obtained-summary.ts'

type Pins = NonNullable<RotaDocument['pins']>

/** A line of the file. */
export type Row =
  | { readonly kind: 'rota'; readonly network: string; readonly gap: number; readonly pins: Pins }
  | { readonly kind: 'pinned'; readonly network: string; readonly met: number; readonly service: number }
  | SessionRow
  | CurveRow

export interface SessionRow {
  readonly kind: 'session'
  readonly network: string
  readonly role: string
  readonly title: string
  readonly predicted: { readonly met: number; readonly service: number }
  readonly obtained: { readonly met: number; readonly service: number }
  /** The rota's own gap on the service level, in that level's unit. */
  readonly unproven: number
}

export interface CurveRow {
  readonly kind: 'curve'
  readonly network: string
  readonly role: string
  /** Numbers of sessions at which a step gains more than the previous one. */
  readonly kinks: readonly number[]
  readonly flatFrom: number | null
}

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    networks: { type: 'string', default: '0' },
    seed: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '40' },
    'rota-seconds': { type: 'string' },
    limit: { type: 'string', default: '600' },
  },
})
const file = values.out ?? 'obtained.jsonl'
const rows: Row[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Row => JSON.parse(line))
  : []
const engine = highsEngine()
const seconds = () => performance.now() / 1000

for (const [network, document] of documents(Number(values.networks))) {
  if (seconds() > Number(values.limit)) break
  await measure(network, document)
}
console.log(sumUp(rows))

/** The sample network, then the sampled ones. */
function* documents(count: number): Generator<[string, RotaDocument]> {
  if (count === 0) return
  yield ['sample', JSON.parse(readFileSync('fixtures/networks/five-practices.json', 'utf8')) as RotaDocument]
  const atlas = readAtlas()
  const order = ({ ods }: { readonly ods: string }) => draw(Number(values.seed), ods, 'predicted').next()
  const known = [...atlas.networks.values()].filter((one) => one.ods !== NO_NETWORK && one.practices.length === 5)
  const chosen = known.sort((a, b) => order(a) - order(b)).slice(0, count - 1)
  for (const [n, { ods }] of chosen.entries())
    yield [`drawn ${n + 1}`, networkDocument(atlas, ods, { week: '2026-11-30', seed: 1 })]
}

async function measure(network: string, document: RotaDocument): Promise<void> {
  const pinned = { ...document, pins: await pinsOf(network, document) }
  const before = await withoutOf(network, pinned)
  const { document: open, places } = withVacancies(document)
  const mix = mixModelOf(readDocument(open, ruleBook()), new Set(places.keys()))
  const held = new OpenMix(mix, engine)
  try {
    const answer = await held.solve()
    if (answer === null) return
    const base: Base = { mix, open: held, answer, totals: totalsOf(mix, held, answer), pots: [] }
    const posts = openPosts(mix, places)
    for (const role of new Set(posts.map((post) => post.role))) {
      const isKnown = (kind: Row['kind']) =>
        rows.some((row) => row.kind === kind && row.network === network && 'role' in row && row.role === role)
      if (isKnown('session') && isKnown('curve')) continue
      if (seconds() > Number(values.limit)) return
      const { post, gain } = await bestPlace(
        base,
        posts.filter((one) => one.role === role),
      )
      if (!isKnown('curve')) keep(await curveRow(network, base, post))
      if (!isKnown('session')) keep(await sessionRow({ network, pinned, before }, post, gain))
    }
  } finally {
    held.close()
  }
}

interface Pinned {
  readonly network: string
  readonly pinned: RotaDocument
  readonly before: Extract<Row, { kind: 'pinned' }>
}

/** The place where the mix says a session of the role gains most. */
async function bestPlace(base: Base, posts: readonly OpenPost[]) {
  const gains: { readonly post: OpenPost; readonly gain: MixGain }[] = []
  for (const post of posts) gains.push({ post, gain: await gainWith(base, new Map([[post.group, 1]])) })
  const [best] = gains.sort((a, b) => worth(b.gain) - worth(a.gain))
  if (best === undefined) throw new Error('a role without a post')
  return best
}

/** What a rota obtains from one more session there. */
async function sessionRow({ network, pinned, before }: Pinned, post: OpenPost, gain: MixGain): Promise<SessionRow> {
  const { role, title, site } = post
  const after = await solved(
    applyChanges(pinned, [{ add: { role, sessions: 1, ...(site === null ? {} : { home: site }) } }]),
  )
  return {
    ...{ kind: 'session', network, role, title, unproven: after.unproven },
    predicted: { met: gain.met, service: -(gain.levels.service ?? 0) },
    obtained: { met: after.met - before.met, service: before.service - after.service },
  }
}

/** Finds steps of the curve that gain more than the previous one, by over a hundredth. */
async function curveRow(network: string, base: Base, post: OpenPost): Promise<CurveRow> {
  const { points, flatFrom } = await curveOf(base, post)
  const steps = points.slice(1).map((point, k) => worth(point) - worth(points[k] ?? point))
  const largest = Math.max(...steps)
  const kinks = steps.flatMap((gain, k) =>
    k > 0 && gain > (steps[k - 1] ?? gain) + 0.01 * largest ? [points[k + 1]?.extra ?? 0] : [],
  )
  return { kind: 'curve', network, role: post.role, kinks, flatFrom }
}

/** Combines the levels into one number, with strongly decreasing weights. */
function worth({ levels }: Pick<MixGain, 'levels'>): number {
  return -1e4 * (levels.safety ?? 0) - 100 * (levels.urgent ?? 0) - (levels.service ?? 0)
}

async function pinsOf(network: string, document: RotaDocument): Promise<Pins> {
  const known = rows.find((row) => row.kind === 'rota' && row.network === network)
  if (known?.kind === 'rota') return known.pins
  const { report } = await solved(document, Number(values['rota-seconds'] ?? values.seconds))
  const gap = Math.max(0, ...report.levels.map((level) => level.gap))
  const pins = report.assignments.map(({ person, date, part, site, work }) => ({ person, date, part, site, work }))
  keep({ kind: 'rota', network, gap, pins })
  return pins
}

async function withoutOf(network: string, pinned: RotaDocument): Promise<Pinned['before']> {
  const known = rows.find((row) => row.kind === 'pinned' && row.network === network)
  if (known?.kind === 'pinned') return known
  const { met, service } = await solved(pinned)
  const row = { kind: 'pinned', network, met, service } as const
  keep(row)
  return row
}

async function solved(document: RotaDocument, most = Number(values.seconds)) {
  const solve = { ...document.solve, seconds: most, gap: 1e-4 }
  const problem = readDocument({ ...document, solve }, ruleBook())
  const report = await plan({ problem, documentHash: '' }, seconds)
  const met = report.clinics.reduce((sum, { contacts }) => sum + contacts, 0)
  const service = report.levels.find(({ level }) => level === 'service')
  const { value = 0, bound = 0 } = service ?? {}
  return { report, met, service: value, unproven: value - bound }
}

function keep(row: Row): void {
  rows.push(row)
  appendFileSync(file, `${JSON.stringify(row)}\n`)
  const words = row.kind === 'session' ? `${row.role}: ${row.predicted.met} and ${row.obtained.met}` : row.kind
  console.error(`${row.network}: ${words} (${Math.round(seconds())} s)`)
}
