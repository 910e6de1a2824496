/** The changes in a scenario: sessions by role, from the sliders, and other what-ifs, small enough for a URL. */
import type { WeekDocument } from '../../api.ts'
import { plural, whole } from '../../parts/week/figures.ts'
import { joiningPractice } from './joining-practice.ts'

/** In the form that `POST /v1/comparisons` accepts. */
export type Change = Readonly<Record<string, unknown>>

/** Everything except sessions; the details are filled in from the week when asked. */
export type WhatIf =
  /** A practice with this many patients joins, staffed like the existing one closest in size. */
  | { readonly kind: 'joins'; readonly patients: number }
  /** GPs lose this share of their sessions. */
  | { readonly kind: 'gps-lose'; readonly share: number }
  /** Everybody in the role works at one practice, for the patients of all. */
  | { readonly kind: 'hub'; readonly role: string; readonly site: string }
  /** One duty doctor for all practices. */
  | { readonly kind: 'duty-desk' }
  /** People of the role learn for so many of their sessions a week, which are paid. */
  | { readonly kind: 'training'; readonly role: string; readonly sessions: number }
  /** Arrivals are multiplied by this factor. */
  | { readonly kind: 'demand'; readonly factor: number }

export interface Scenario {
  readonly name: string
  /** Change in sessions a week, by role. */
  readonly more: Readonly<Record<string, number>>
  readonly also: readonly WhatIf[]
}

export function isAsItIs({ more, also }: Pick<Scenario, 'more' | 'also'>): boolean {
  return also.length === 0 && Object.values(more).every((sessions) => sessions === 0)
}

/** Applied in this order: changes to named people must come before people are added. */
export function changesOf({ more, also }: Pick<Scenario, 'more' | 'also'>, document: WeekDocument): Change[] {
  return [
    ...also.flatMap((whatIf) => changesFor(whatIf, document)),
    ...Object.entries(more).flatMap(([role, sessions]): Change[] => {
      if (sessions === 0) return []
      return [sessions > 0 ? { add: { role, sessions } } : { remove: { role, sessions: -sessions } }]
    }),
  ]
}

function changesFor(whatIf: WhatIf, document: WeekDocument): Change[] {
  switch (whatIf.kind) {
    case 'joins':
      return [{ join: joiningPractice(document, whatIf.patients) }]
    case 'gps-lose':
      return gpRoles(document).map((role) => ({ away: { share: whatIf.share, role } }))
    case 'hub':
      return hubChanges(whatIf, document)
    case 'duty-desk':
      return [{ pool: { duty: true } }]
    case 'training':
      return trainingChanges(whatIf, document)
    case 'demand':
      return [{ demand: { factor: whatIf.factor } }]
  }
}

/** Roles with at least one person that may hold duty, according to the document or, if it doesn't say, the role's id. */
export function gpRoles({ roles, people }: WeekDocument): string[] {
  return roles
    .filter(({ id, duty }) => duty ?? /(^|-)gp(-|$)/.test(id))
    .map(({ id }) => id)
    .filter((id) => people.some(({ role }) => role === id))
}

function trainingChanges({ role, sessions }: Extract<WhatIf, { kind: 'training' }>, document: WeekDocument): Change[] {
  const own = document.people.filter((person) => person.role === role)
  const all = own.reduce((sum, { contract }) => sum + contract.sessions, 0)
  return all > 0 ? [{ away: { share: Math.min(1, sessions / all), role } }] : []
}

function hubChanges({ role, site }: Extract<WhatIf, { kind: 'hub' }>, document: WeekDocument): Change[] {
  const meets = Object.keys(document.roles.find(({ id }) => id === role)?.meets ?? {})
  const own = document.needs.filter(({ id, shared }) => meets.includes(id) && shared !== true)
  return [
    ...document.people
      .filter((person) => person.role === role)
      .map(({ id }) => ({ change: { person: id, sites: [site] } })),
    // Only needs that mainly this role meets move with it: pooling urgent need would be a different question.
    ...own.filter(({ id }) => mainlyMetBy(role, id, document)).map(({ id }) => ({ pool: { need: id } })),
  ]
}

/** True if no other role meets the need in fewer minutes. */
function mainlyMetBy(role: string, need: string, { roles }: WeekDocument): boolean {
  const minutesOf = (meets: WeekDocument['roles'][number]['meets']) =>
    meets?.[need]?.minutes ?? Number.POSITIVE_INFINITY
  const own = minutesOf(roles.find(({ id }) => id === role)?.meets)
  return roles.every(({ meets }) => minutesOf(meets) >= own)
}

export function whatIfWords(whatIf: WhatIf, { roles, sites }: Pick<WeekDocument, 'roles' | 'sites'>): string {
  switch (whatIf.kind) {
    case 'joins':
      return `A practice of ${whole(whatIf.patients)} patients joins`
    case 'gps-lose':
      return `GPs lose ${Math.round(whatIf.share * 100)}% of their sessions in this week`
    case 'hub': {
      const title = roles.find(({ id }) => id === whatIf.role)?.title ?? whatIf.role
      const place = sites.find(({ id }) => id === whatIf.site)?.name ?? whatIf.site
      return `Everybody working as ${title.toLowerCase()} moves to ${place}, for all practices`
    }
    case 'duty-desk':
      return 'One duty doctor for all practices'
    case 'training': {
      const title = roles.find(({ id }) => id === whatIf.role)?.title ?? whatIf.role
      return `${plural(whatIf.sessions, 'session')} of ${title} used for training, paid`
    }
    case 'demand':
      return `Patients ask for ${Math.round(whatIf.factor * 100)}% of what they ask for now`
  }
}
