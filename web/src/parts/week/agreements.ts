/** What a manager has agreed with somebody for one week: it is then no breach of their usual week. */
import type { Assignment, Finding, Person, WeekDocument } from '../../api.ts'
import type { Session } from './sessions.ts'
import { sitesOf, type WeekPlan } from './week-plan.ts'

/** True of work that somebody does not usually do then or there, and can agree to. Leave is cancelled on the team's page instead. */
export function canBeAgreed(plan: WeekPlan, { person, placed, findings }: ToAgree): boolean {
  const session = plan.sessions.find(({ date, part }) => date === placed?.date && part === placed?.part)
  if (placed === undefined || session === undefined || plan.isAway(person, session)) return false
  return !isUsual(person, session) || !sitesOf(person).includes(placed.site) || beyondContract(person, findings) > 0
}

export interface ToAgree {
  readonly person: Person
  readonly placed: Assignment | undefined
  /** Of the rota as it is. */
  readonly findings: readonly Finding[]
}

/** Sessions of the week that nobody has agreed yet, as the rules count them. */
function beyondContract({ id }: Person, findings: readonly Finding[]): number {
  const beyond = findings.filter(
    ({ rule, level, people }) => rule === 'contracted-sessions' && level === 'never' && people.includes(id),
  )
  return Math.ceil(Math.max(0, ...beyond.map(({ amount }) => amount)) - 1e-6)
}

export interface Agreement {
  readonly placed: Pick<Assignment, 'person' | 'site'>
  readonly session: Session
  readonly findings: readonly Finding[]
}

/** The week's document in which the person has that half-day, that site, and what is beyond the contract. Other weeks stay as they are. */
export function withAgreement(document: WeekDocument, { placed, session, findings }: Agreement): WeekDocument {
  const { person: id, site } = placed
  const people = document.people.map((person): Person => {
    if (person.id !== id) return person
    const { works, sites, contract } = person
    const beyond = beyondContract(person, findings)
    return {
      ...person,
      ...(beyond === 0 ? {} : { contract: { ...contract, flex: (contract.flex ?? 0) + beyond } }),
      ...(works === undefined || isUsual(person, session) ? {} : { works: [...works, session.usual] }),
      ...(sitesOf(person).includes(site) ? {} : { sites: [...(sites ?? [person.home]), site] }),
    }
  })
  return { ...document, people }
}

function isUsual({ works }: Person, { usual }: Session): boolean {
  return works === undefined || works.includes(usual)
}
