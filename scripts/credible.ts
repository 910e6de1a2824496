/**
 * Compares generated networks with England: `npm run -s credible` prints the figures that need no rota, and solves ten networks
 * sampled with a seed; `-- --solve 0` skips the solves, and `--week` and `--people-seed` change week or people for the first
 * figures. Times are in processor seconds. docs/credible.md has the latest results.
 */
import { parseArgs } from 'node:util'
import { readAtlas } from '../src/intake/atlas.ts'
import { isMet, targets } from './credible/england.ts'
import { figuresOfHalf, RETURNS_PER_THOUSAND, SEED, WEEK } from './credible/sample.ts'
import { type SolvedNetwork, solveDrawn } from './credible/ten.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261130' },
    solve: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '60' },
    gap: { type: 'string', default: '0.02' },
    week: { type: 'string', default: WEEK },
    'people-seed': { type: 'string', default: String(SEED) },
  },
})
const atlas = readAtlas()
const percent = (share: number) => `${(100 * share).toFixed(1)}%`

console.log(row(['#', 'figure', 'target', 'fitted half', 'held-out half', 'met']))
console.log(row(['---', '---', '---', '---', '---', '---']))
const drawing = { week: values.week, seed: Number(values['people-seed']) }
const fitted = targets(await figuresOfHalf(atlas, 'fitted', drawing), RETURNS_PER_THOUSAND)
const heldOut = targets(await figuresOfHalf(atlas, 'held out', drawing), RETURNS_PER_THOUSAND)
for (const [i, figure] of fitted.entries()) {
  const other = heldOut[i]
  const cells = [figure, other].map((one) => `${one?.value.toFixed(2)}${figure.unit === '%' ? '%' : ''}`)
  const met = isMet(figure) && other !== undefined && isMet(other) ? 'both' : 'no'
  console.log(row([figure.number, figure.what, figure.target, ...cells, met]))
}

const head =
  'network, half, practices, people, contacts per 1,000, planned for, GPs’ share, GP contacts a session, routine, visits, urgent'
console.log(`\n${row([...head.split(', '), 'status', 'worst gap', 'seconds'])}`)
console.log(row(Array.from({ length: 14 }, () => '---')))
const asked = {
  seed: Number(values.seed),
  count: Number(values.solve),
  seconds: Number(values.seconds),
  gap: Number(values.gap),
}
await solveDrawn(atlas, asked, (one) => console.log(row(cellsOf(one))))

function cellsOf(one: SolvedNetwork): string[] {
  return [
    one.name,
    one.half ?? 'neither',
    String(one.practices),
    String(one.people),
    one.appointments.toFixed(1),
    one.planned.toFixed(1),
    percent(one.gpShare),
    one.gpContactsPerSession.toFixed(1),
    percent(one.routineInTime),
    percent(one.visitsInTime),
    percent(one.urgentSameDay),
    one.status,
    percent(one.gap),
    one.seconds.toFixed(0),
  ]
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
