/** What a manager has agreed with somebody for one week: it is then no breach of their usual week. */
import type { Assignment, Person, WeekDocument } from '../../api.ts'
import type { Session } from './sessions.ts'
import { sitesOf, type WeekPlan } from './week-plan.ts'

/** True of work that somebody does not usually do then or there, and can agree to. Leave is cancelled on the team's page instead. */
export function canBeAgreed(plan: WeekPlan, person: Person, placed: Assignment | undefined): boolean {
  const session = plan.sessions.find(({ date, part }) => date === placed?.date && part === placed?.part)
  if (placed === undefined || session === undefined || plan.isAway(person, session)) return false
  return !isUsual(person, session) || !sitesOf(person).includes(placed.site)
}

/** The week's document in which the person has that half-day and that site. Other weeks stay as they are. */
export function withAgreement(
  document: WeekDocument,
  { person: id, site }: Pick<Assignment, 'person' | 'site'>,
  session: Session,
): WeekDocument {
  const people = document.people.map((person): Person => {
    if (person.id !== id) return person
    const { works, sites } = person
    return {
      ...person,
      ...(works === undefined || isUsual(person, session) ? {} : { works: [...works, session.usual] }),
      ...(sitesOf(person).includes(site) ? {} : { sites: [...(sites ?? [person.home]), site] }),
    }
  })
  return { ...document, people }
}

function isUsual({ works }: Person, { usual }: Session): boolean {
  return works === undefined || works.includes(usual)
}
