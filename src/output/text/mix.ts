/** A staffing mix for a terminal. */
import type { BestMix, MixAnswer, MixGain, MixPot, SessionValue } from '../../mix-answer.ts'
import { contacts, pounds, whole } from '../figures.ts'
import { ink, type Paper } from './ink.ts'
import { cutList, type Print } from './print.ts'
import { type Cell, table } from './table.ts'
import { planInWords } from './workforce-plan.ts'
import { wrap } from './wrap.ts'

/** Number of values printed. */
const SHOWN = 15

export function mixInWords(answer: MixAnswer, print: Print): string {
  const sections = [
    headLines(answer, print),
    valueLines(answer.values, print),
    curveLines(answer, print),
    addedLines(answer, print),
    answer.priorities.flatMap(({ sentence }) => wrap(sentence, print.width, 2)),
    answer.best === undefined ? [] : bestLines(answer.best, print),
    frontierLines(answer, print),
    answer.plan === undefined ? [] : planInWords(answer.plan, print),
  ]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function headLines({ base, pots }: MixAnswer, paper: Paper): string[] {
  const words = `As it is: ${whole(base.met)} contacts in the week, ${whole(base.inTime)} of those due in time; ${whole(base.waiting)} wait at the end; pay ${pounds(base.cost)}.`
  return [
    ...wrap(ink(words, 'strong', paper), paper.width, 2),
    ...wrap('A staffing mix, without names: a rota meets this or less. Gains are of one week.', paper.width, 2),
    ...pots.flatMap((pot) => wrap(potWords(pot), paper.width, 2)),
  ]
}

function valueLines(values: readonly SessionValue[], print: Print): string[] {
  const { shown, more } = cutList(values, SHOWN, print)
  const head = ['One more session a week', 'in time', 'met', 'costs', 'after refund', 'met per £1,000'].map(strong)
  const rows = shown.map((value): Cell[] => [
    { text: `${value.title}, ${value.place}` },
    ...(value.checked ? [{ text: signed(value.gain.inTime) }, { text: signed(value.gain.met) }] : [dash(), dash()]),
    { text: pounds(value.cost) },
    { text: pounds(value.netCost) },
    { text: value.metPerThousand === null ? 'refunded' : contacts(value.metPerThousand) },
  ])
  return [...table([head, ...rows], print), ...more]
}

function curveLines({ curve, curveOf }: MixAnswer, paper: Paper): string[] {
  if (curve === undefined || curveOf === undefined) return []
  const head = [`${curveOf.title}, ${curveOf.place}`, 'in time', 'met', 'costs'].map(strong)
  const rows = curve.map((point): Cell[] => [
    { text: `${point.extra > 0 ? '+' : ''}${point.extra}`.replace('-', '−') },
    { text: signed(point.inTime) },
    { text: signed(point.met) },
    { text: pounds(point.cost) },
  ])
  const { flatFrom } = curveOf
  const flat =
    flatFrom === null ? 'The tenth session still gains.' : `Flat from ${flatFrom}: the next gains hardly anything.`
  return [...table([head, ...rows], paper), ...wrap(flat, paper.width, 2)]
}

function addedLines({ added }: MixAnswer, paper: Paper): string[] {
  if (added === undefined) return []
  const posts = added.posts.map(({ title, place, sessions }) => `${sessions} of ${title} (${place})`).join(', ')
  const words = `With ${posts}: ${gainWords(added.gain)}, for ${pounds(added.cost)} a week.`
  return wrap(words, paper.width, 2)
}

function bestLines(best: BestMix, paper: Paper): string[] {
  const posts = best.posts.map(({ title, place, halves, cost }) => {
    const count = halves % 2 === 0 ? String(halves / 2) : `${halves / 2}`
    return `  ${count} × ${title}, ${place} (${pounds(cost)} a year)`
  })
  const proof = best.gap < 5e-3 ? 'proven best' : `within ${(100 * best.gap).toFixed(1)}% of the best`
  return [
    ...wrap(
      ink(
        `For ${pounds(best.budget)} a year more: ${gainWords(best.gain)} (${proof}; ${pounds(best.spent)} spent${refundWords(best)}).`,
        'strong',
        paper,
      ),
      paper.width,
      2,
    ),
    ...posts,
  ]
}

function refundWords({ reimbursed }: BestMix): string {
  const parts = [
    [reimbursed.arrs, 'by ARRS'],
    [reimbursed['practice-gp'], 'by practices’ GP reimbursement'],
  ] as const
  const paid = parts.filter(([sum]) => sum > 0).map(([sum, payer]) => `${pounds(sum)} ${payer}`)
  return paid.length === 0 ? '' : `, of which ${paid.join(' and ')}`
}

const POT_NAMES: Readonly<Record<MixPot['pot'], string>> = {
  arrs: 'ARRS',
  'practice-gp': 'Practices’ GP reimbursement',
}

function potWords({ pot, of, used, estimate }: MixPot): string {
  const left = of >= used ? `${pounds(of - used)} left` : `${pounds(used - of)} more than there is`
  return `${POT_NAMES[pot]}: ${pounds(used)} of ${pounds(of)} a year used by today’s contracts${estimate ? ' (an estimate)' : ''}: ${left}.`
}

function frontierLines({ frontier, average }: MixAnswer, paper: Paper): string[] {
  return [...(frontier ?? []).flatMap((best) => bestLines(best, paper)), ...averageLines(average, paper)]
}

/** Groups of roles whose staffing differs from England's average by more than a tenth of a post. */
function averageLines(average: MixAnswer['average'], paper: Paper): string[] {
  if (average === undefined) return []
  const { staff, gain, cost } = average
  const size = cost < 0 ? `${pounds(-cost)} less` : `${pounds(cost)} more`
  const head = ['Full-time posts', 'today', 'England', 'difference'].map(strong)
  const rows = staff
    .filter(({ own, england }) => Math.abs(own - england) >= 0.1)
    .map(({ group, own, england }): Cell[] => [
      { text: group },
      ...[own, england].map((fte) => ({ text: fte.toFixed(1) })),
      { text: `${england > own ? '+' : '−'}${Math.abs(england - own).toFixed(1)}` },
    ])
  const words = `With as many people for these patients as England has: ${gainWords(gain)}, for ${size} a year.`
  return ['', ...wrap(ink(words, 'strong', paper), paper.width, 2), ...table([head, ...rows], paper)]
}

function gainWords({ inTime, met }: MixGain): string {
  return `${signed(met)} contacts in the week, ${signed(inTime)} in time`
}

function signed(value: number): string {
  const size = contacts(Math.abs(value))
  return size === '0' ? '0' : `${value > 0 ? '+' : '−'}${size}`
}

function strong(text: string): Cell {
  return { text, mark: 'strong' }
}

function dash(): Cell {
  return { text: '–' }
}
