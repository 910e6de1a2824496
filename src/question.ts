/** "Why not?": a question about something missing from a rota, for one person. */
import type { Pin, Problem } from './problem.ts'
import type { Work } from './rota.ts'

export interface Question {
  readonly person: string
  /** Session indices in order: a single session or a whole day. */
  readonly sessions: readonly number[]
  /** `off`: not working. `at`: seeing patients at the site, in the kind of work the person usually does there. */
  readonly ask: 'off' | 'at' | Work
  /** Null for `off`. */
  readonly site: string | null
}

/** The question expressed as pins. */
export function pinsOf(question: Question, problem: Problem): Pin[] {
  const { person, site, ask } = question
  const work = ask === 'at' ? usualWork(question, problem) : ask
  return question.sessions.map((session) => ({ person, session, site: work === 'off' ? null : site, work }))
}

/** A clinic, if the person can meet any need there; otherwise visits, if they only meet needs met at home. */
function usualWork({ person }: Question, { personById, cadreById, needById }: Problem): Work {
  const meets = [...(cadreById.get(personById.get(person)?.cadre ?? '')?.meets.keys() ?? [])]
  const needs = meets.flatMap((id) => needById.get(id) ?? [])
  return needs.length > 0 && needs.every((need) => need.visit) ? 'visits' : 'clinic'
}
