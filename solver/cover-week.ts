/** Covers for an absence: the price of somebody from outside, and the ranked answers. */
import type { Absence } from '../src/absence.ts'
import type { CoverAnswer } from '../src/cover-answer.ts'
import type { Problem } from '../src/problem.ts'
import { meetsNeeds, type Rota } from '../src/rota.ts'
import type { Session } from '../src/time.ts'
import { trustedChoice } from './engine-choice.ts'
import { coverAnswer } from './replan/cover-report.ts'
import { type CoverMeans, type CoverTask, covers } from './replan/covers.ts'
import { locumPrice } from './report/actions/locum-price.ts'

export interface LocumGaps {
  /** Pounds per session. */
  readonly price: number
  readonly gaps: readonly { readonly session: Session; readonly site: string }[]
}

/** Sessions of an absence that a locum could work, with a likely price; null if there are none, or no price is known. */
export function locumFor(problem: Problem, rota: Rota, { person, sessions }: Absence): LocumGaps | null {
  const role = problem.roleById.get(problem.personById.get(person)?.role ?? '')
  const gaps = rota.assignments
    .filter((a) => a.person === person && sessions.includes(a.session) && meetsNeeds(a.work))
    .flatMap(({ session: index, site }) => {
      const session = problem.horizon.sessions[index]
      return session === undefined ? [] : [{ session, site }]
    })
  const [first] = gaps
  if (role === undefined || first === undefined) return null
  const { price } = locumPrice(problem, role, first.session)
  return price === null ? null : { price: Math.round(price / first.session.counts), gaps }
}

/** `before`: the same week without the absence. Uses an engine, which blocks its thread. */
export async function coverWeek(
  task: CoverTask & { readonly before: Problem },
  means: Omit<CoverMeans, 'engine'> = {},
): Promise<CoverAnswer> {
  const { engine } = await trustedChoice(task.problem)
  try {
    const { before, problem, absence } = task
    return coverAnswer(await covers(task, { ...means, engine }), { before, problem, person: absence.person })
  } finally {
    await engine.close?.()
  }
}
