/** Two rotas for one document on the same sampled weeks, side by side: what the safer one gains and what it costs. */
import type { Problem } from '../../problem.ts'
import type { Rota } from '../../rota.ts'
import type { Estimate, StressAnswer } from '../../stress-answer.ts'
import { shortDay } from '../../time.ts'
import { contacts, percent } from '../figures.ts'
import type { Paper } from './ink.ts'
import { type Cell, table } from './table.ts'
import { wrap } from './wrap.ts'

export interface TriedRota {
  readonly name: string
  readonly answer: StressAnswer
  /** Booked contacts apart from same-day needs; null if the rota has no clinics. */
  readonly booked: number | null
}

/** Booked contacts of a rota, apart from same-day needs; null for a bare list of assignments. */
export function bookedIn({ clinics }: Pick<Rota, 'clinics'>, { needById }: Pick<Problem, 'needById'>): number | null {
  const other = clinics.filter(({ need }) => (needById.get(need)?.withinDays ?? 0) > 0)
  return clinics.length === 0 ? null : other.reduce((sum, clinic) => sum + clinic.contacts, 0)
}

export function stressesInWords(one: TriedRota, other: TriedRota, paper: Paper): string {
  const both = [one, other]
  const row = (title: string, of: (rota: TriedRota) => string): Cell[] => [
    { text: title },
    ...both.map((rota) => ({ text: of(rota) })),
  ]
  const head = ['Urgent need met', one.name, other.name].map((text): Cell => ({ text, mark: 'strong' }))
  const days = one.answer.days.map(({ date }, n) => row(shortDay(date), ({ answer }) => estimate(answer.days[n]?.met)))
  const rows = [
    ...days,
    row('On every day', ({ answer }) => estimate(answer.everyDay)),
    row('Urgent contacts missed in a week', ({ answer }) => contacts(missed(answer))),
    row('Single absences that break the week', ({ answer }) => String(breaking(answer))),
    ...(both.some(({ booked }) => booked === null)
      ? []
      : [row('Other contacts booked', ({ booked }) => contacts(booked ?? 0))]),
  ]
  const { samples, seed } = one.answer
  const how = `The same ${samples} weeks for both (seed ${seed}); 95% intervals in brackets.`
  return `${[...table([head, ...rows], paper), '', ...wrap(verdict(one, other), paper.width, 2), ...wrap(how, paper.width, 2)].join('\n')}\n`
}

/** One sentence: urgent contacts traded against others. */
function verdict(one: TriedRota, other: TriedRota): string {
  const saved = missed(other.answer) - missed(one.answer)
  const booked = (other.booked ?? 0) - (one.booked ?? 0)
  const urgent = `${contacts(Math.abs(saved))} ${saved >= 0 ? 'fewer' : 'more'} urgent contacts are missed in a week`
  const known = one.booked !== null && other.booked !== null
  const rest = known ? `; ${contacts(Math.abs(booked))} ${booked >= 0 ? 'fewer' : 'more'} others are booked` : ''
  return `With ${one.name} rather than ${other.name}, ${urgent}${rest}.`
}

function missed({ days }: StressAnswer): number {
  return days.reduce((sum, day) => sum + day.missed.value, 0)
}

function breaking({ absences }: StressAnswer): number {
  return absences.filter(({ breaks }) => breaks).length
}

function estimate(share: Estimate | undefined): string {
  return share === undefined ? '–' : `${percent(share.value)} (${percent(share.low)} to ${percent(share.high)})`
}
