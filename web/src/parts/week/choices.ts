/** Alternatives for a person in a session. */
import type { Person, Work } from '../../api.ts'
import { isSamePlace, type Placings, workWords } from './cells.ts'
import type { Session } from './sessions.ts'
import type { Placing } from './steps.ts'
import { placeKey, sitesOf, type WeekPlan } from './week-plan.ts'

export interface Choice {
  readonly key: string
  /** "Duty doctor at Elm Park" */
  readonly name: string
  /** The person's current work at that time, if the choice is among people. */
  readonly note?: string
  readonly placing: Placing
  readonly isNow: boolean
}

/** Depends on the role: duty if permitted, clinics and telephone clinics if it meets needs, visits, learning, and nothing. */
export function choicesFor(
  plan: WeekPlan,
  person: Person,
  { session, placings }: { readonly session: Session; readonly placings: Placings },
): readonly Choice[] {
  const now = placings.get(placeKey(person.id, session))
  const open = sitesOf(person).filter((site) => plan.closedWhy(site, session) === null)
  const works = worksOf(plan, person)
  const offered = [
    ...open.flatMap((site) => works.map((work) => ({ site, ...work }))),
    { site: person.home, work: 'training' as const },
    ...(now === undefined
      ? []
      : [{ site: now.site, work: now.work, ...(now.remote === true ? { remote: now.remote } : {}) }]),
  ]
  const when = { person: person.id, date: session.date, part: session.part }
  const placed = offered.map((to): Choice => {
    const key = [to.work, to.site, 'remote' in to ? 'remote' : ''].join(' ')
    return {
      key,
      name: capital(workWords(plan, to)),
      placing: { ...when, to },
      isNow: isSamePlace(now, { ...when, ...to }),
    }
  })
  const free: Choice = { key: 'free', name: 'Keep free', placing: { ...when, to: null }, isNow: now === undefined }
  return [...new Map(placed.map((choice) => [choice.key, choice])).values(), free]
}

interface Offered {
  readonly work: Work
  readonly remote?: true
}

function worksOf({ document }: WeekPlan, person: Person): readonly Offered[] {
  const role = document.roles.find(({ id }) => id === person.role)
  const needs = document.needs.filter(({ id }) => role?.meets?.[id] !== undefined)
  const byTelephone = needs.some(({ remote = 0 }) => remote > 0)
  const visits = needs.some(({ visit = false }) => visit)
  return [
    ...(role?.duty === true ? [{ work: 'duty' as const }] : []),
    ...(needs.length > 0 ? [{ work: 'clinic' as const }] : []),
    ...(byTelephone ? [{ work: 'clinic' as const, remote: true as const }] : []),
    ...(visits ? [{ work: 'visits' as const }] : []),
  ]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
