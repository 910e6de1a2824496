/** "Why not?": something that a rota does not have, asked about one person. */
import type { Pin, Problem } from './problem.ts'
import type { Work } from './rota.ts'

export interface Question {
  readonly person: string
  /** Session indices, in order: one, or all of a day. */
  readonly sessions: readonly number[]
  /** `off`: kept free. `at`: with patients at the site, in whatever work the person does there. */
  readonly ask: 'off' | 'at' | Work
  /** None for `off`. */
  readonly site: string | null
}

/** The question as decisions that the document could have taken. */
export function pinsOf(question: Question, problem: Problem): Pin[] {
  const { person, site, ask } = question
  const work = ask === 'at' ? usualWork(question, problem) : ask
  return question.sessions.map((session) => ({ person, session, site: work === 'off' ? null : site, work }))
}

/** A clinic, for who meets any need there; else visits, for who meets only those. */
function usualWork({ person }: Question, { personById, cadreById, needById }: Problem): Work {
  const meets = [...(cadreById.get(personById.get(person)?.cadre ?? '')?.meets.keys() ?? [])]
  const needs = meets.flatMap((id) => needById.get(id) ?? [])
  return needs.length > 0 && needs.every((need) => need.visit) ? 'visits' : 'clinic'
}
