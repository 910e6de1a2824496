/** Tests a rota against sampled weeks, and against each single absence. */
import type { Problem } from '../src/problem.ts'
import type { Rota } from '../src/rota.ts'
import type { Estimate, StressAnswer, StressedDay } from '../src/stress-answer.ts'
import { trustedChoice } from './engine-choice.ts'
import { absenceEffects } from './mix/absence-effects.ts'
import { ILL, NOT_ATTENDED, sampledWeek } from './mix/sampled-week.ts'
import { type UrgentDay, urgentDays } from './mix/urgent-need.ts'

export interface StressTask {
  readonly problem: Problem
  readonly rota: Rota
  readonly samples: number
  readonly seed: number
  readonly onStep?: (step: StressStep) => void
}

/** Progress: the number of the sampled week or absence, out of how many; `name`: who is absent. */
export interface StressStep {
  readonly doing: 'weeks' | 'absences'
  readonly step: number
  readonly of: number
  readonly name: string | null
}

/** Share of a day's urgent contacts that may be missed for the day to count as met. */
const ALL_BUT = 0.01

const ASSUMPTIONS: readonly string[] = [
  `On any day ${100 * ILL.doctor}% of doctors and ${100 * ILL.other}% of others are ill, in spells of two and a half days: an assumption after hospital figures.`,
  'People call by chance (Poisson) around a demand that varies by 10% from week to week.',
  'Urgent need comes first: booked patients give way to it, and nobody is asked to work more.',
  `${100 * NOT_ATTENDED}% of booked appointments are not attended (NHS England, 2025); their time is lost.`,
]

/** Uses an engine, which blocks its thread. */
export async function stressTest({ problem, rota, samples, seed, onStep }: StressTask): Promise<StressAnswer> {
  const { engine } = await trustedChoice(problem)
  try {
    const weeks: { days: readonly UrgentDay[]; ill: ReadonlyMap<number, number> }[] = []
    for (let sample = 1; sample <= samples; sample++) {
      onStep?.({ doing: 'weeks', step: sample, of: samples, name: null })
      const week = sampledWeek(problem, rota.assignments, { seed, sample })
      weeks.push({ days: await urgentDays(problem, week, engine), ill: week.ill })
    }
    const isMet = ({ due, missed }: UrgentDay) => missed <= ALL_BUT * due + 1e-6
    const days = problem.workingDays.map((day): StressedDay => {
      const own = weeks.flatMap((week) => week.days.filter((one) => one.day === day))
      const ill = weeks.reduce((sum, week) => sum + (week.ill.get(day) ?? 0), 0) / Math.max(1, samples)
      const met = shareOf(own.filter(isMet).length, samples)
      return { date: problem.horizon.days[day] ?? '', met, missed: meanOf(own.map(({ missed }) => missed)), ill }
    })
    const booked = rota.clinics.filter((c) => problem.needById.get(c.need)?.withinDays !== 0)
    return {
      seed,
      samples,
      days,
      everyDay: shareOf(weeks.filter((week) => week.days.every(isMet)).length, samples),
      notAttended: NOT_ATTENDED * booked.reduce((sum, { contacts }) => sum + contacts, 0),
      absences: await absenceEffects(problem, rota, {
        engine,
        onStep: (name, place) => onStep?.({ doing: 'absences', ...place, name }),
      }),
      assumptions: ASSUMPTIONS,
    }
  } finally {
    await engine.close?.()
  }
}

const Z95 = 1.96

/** A share with its Wilson interval. */
export function shareOf(count: number, all: number): Estimate {
  if (all === 0) return { value: 0, low: 0, high: 1 }
  const share = count / all
  const middle = (share + Z95 ** 2 / (2 * all)) / (1 + Z95 ** 2 / all)
  const half = (Z95 * Math.sqrt((share * (1 - share)) / all + Z95 ** 2 / (4 * all ** 2))) / (1 + Z95 ** 2 / all)
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

function meanOf(values: readonly number[]): Estimate {
  const value = values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
  const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / Math.max(1, values.length - 1)
  const half = Z95 * Math.sqrt(variance / Math.max(1, values.length))
  return { value, low: Math.max(0, value - half), high: value + half }
}
