/** What leave leaves as it should be, said as concretely as what it breaks. */
import type { Problem } from '../../../../src/problem.ts'
import { lowerFirst, personName, roleTitle } from '../../../../src/wording/names.ts'
import { listed, plural } from '../../../../src/wording/people.ts'
import { isInForce } from '../../../facts/rule-settings.ts'
import { dutyDoctor } from '../../../rules/duty-doctor.ts'
import { isManyAway } from './outlook-in-words.ts'
import type { WeekOutlook } from './week-outlook.ts'

export interface WithLeave {
  readonly problem: Problem
  /** Who asks for leave. */
  readonly person: string
  /** Contacts for which nobody would have time because of it. */
  readonly moreContacts: number
}

/** One sentence for each thing that was looked at and that this person's leave could have broken. */
export function whatStaysFine(after: WeekOutlook, { problem, person, moreContacts }: WithLeave): string[] {
  const role = problem.personById.get(person)?.role ?? ''
  const left = after.roles.find((one) => one.role === role)
  return [
    ...dutySentence(after, problem, role),
    ...supervisionSentence(after, problem, role),
    ...(left === undefined || isManyAway(left) ? [] : [roleSentence(left, problem)]),
    ...(moreContacts >= 1 ? [] : ['Nobody more would have to wait for an appointment.']),
    publishedSentence(problem, person),
  ].filter((sentence) => sentence !== '')
}

function dutySentence({ duties }: WeekOutlook, problem: Problem, role: string): string[] {
  if (!isInForce(dutyDoctor, problem) || problem.roleById.get(role)?.duty !== true) return []
  const open = problem.sites.filter((site) =>
    problem.horizon.sessions.some(({ index, enhancedAccess }) => !enhancedAccess && site.open[index]),
  )
  const covered = open.filter(({ id }) => duties.every(({ sites }) => !sites.includes(id)))
  if (covered.length === 0) return []
  const halfDays = problem.horizon.sessions.filter(
    ({ index, enhancedAccess }) => !enhancedAccess && covered.some(({ open }) => open[index]),
  ).length
  const places = covered.length === open.length ? 'every practice' : listed(covered.map(({ name }) => name))
  return [`Somebody could still be duty doctor at ${places} in all ${halfDays} half-days.`]
}

function supervisionSentence({ unsupervised }: WeekOutlook, problem: Problem, role: string): string[] {
  const isSupervisor = problem.people.some(
    (one) => problem.roleById.get(one.role)?.supervision?.by.includes(role) === true,
  )
  return isSupervisor && unsupervised.length === 0 ? ['Everybody who needs a supervisor would still have one.'] : []
}

function roleSentence({ role, people, away }: WeekOutlook['roles'][number], problem: Problem): string {
  const title = lowerFirst(roleTitle(role, problem))
  if (people === 1) return ''
  const here = away === 0 ? `All ${people}` : `${people - away} of ${people}`
  return `${here} ${plural(title)} would still be there for most of the week.`
}

function publishedSentence(problem: Problem, person: string): string {
  const { published, availability } = problem
  if (published === null) return 'No rota is published for that week yet, so nobody has to be asked to step in.'
  const away = availability.get(person)?.away
  const isNeeded = published.some((one) => one.person === person && away?.[one.session] === true)
  return isNeeded ? '' : `${personName(person, problem)} has no session in the published rota at that time.`
}
