/** What a scenario changes: sessions by role, as sliders set them, and other what-ifs, small enough to stand in an address. */
import type { WeekDocument } from '../../api.ts'
import { whole } from '../../parts/week/figures.ts'
import { joiningPractice } from './joining-practice.ts'

/** As `POST /v1/comparisons` takes it. */
export type Change = Readonly<Record<string, unknown>>

/** Everything but sessions; what each needs of the week is found when it is asked. */
export type WhatIf =
  /** A practice of so many patients joins, staffed like the one that is nearest to it in size. */
  | { readonly kind: 'joins'; readonly patients: number }
  /** GPs lose this share of their sessions. */
  | { readonly kind: 'gps-lose'; readonly share: number }
  /** Everybody of the role works at one practice, for patients of all. */
  | { readonly kind: 'hub'; readonly role: string; readonly site: string }
  /** One duty doctor for all practices. */
  | { readonly kind: 'duty-desk' }
  /** What patients ask is multiplied. */
  | { readonly kind: 'demand'; readonly factor: number }

export interface Scenario {
  readonly name: string
  /** Sessions a week more, or fewer, by role. */
  readonly more: Readonly<Record<string, number>>
  readonly also: readonly WhatIf[]
}

export function isAsItIs({ more, also }: Pick<Scenario, 'more' | 'also'>): boolean {
  return also.length === 0 && Object.values(more).every((sessions) => sessions === 0)
}

/** Applied in this order: what changes people by name comes before there are more of them. */
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
    case 'demand':
      return [{ demand: { factor: whatIf.factor } }]
  }
}

/** Roles with anybody in them that may hold the duty: the document says so, or their name does. */
export function gpRoles({ roles, people }: WeekDocument): string[] {
  return roles
    .filter(({ id, duty }) => duty ?? /(^|-)gp(-|$)/.test(id))
    .map(({ id }) => id)
    .filter((id) => people.some(({ role }) => role === id))
}

function hubChanges({ role, site }: Extract<WhatIf, { kind: 'hub' }>, document: WeekDocument): Change[] {
  const meets = Object.keys(document.roles.find(({ id }) => id === role)?.meets ?? {})
  const own = document.needs.filter(({ id, shared }) => meets.includes(id) && shared !== true)
  return [
    ...document.people
      .filter((person) => person.role === role)
      .map(({ id }) => ({ change: { person: id, sites: [site] } })),
    // Only what the role alone sees moves with it: pooling urgent need would say something else.
    ...own.filter(({ id }) => mainlyMetBy(role, id, document)).map(({ id }) => ({ pool: { need: id } })),
  ]
}

/** No other role meets the need in fewer minutes. */
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
      return `GPs lose ${Math.round(whatIf.share * 100)}% of their sessions`
    case 'hub': {
      const title = roles.find(({ id }) => id === whatIf.role)?.title ?? whatIf.role
      const place = sites.find(({ id }) => id === whatIf.site)?.name ?? whatIf.site
      return `Everybody working as ${title.toLowerCase()} moves to ${place}, for all practices`
    }
    case 'duty-desk':
      return 'One duty doctor for all practices'
    case 'demand':
      return `Patients ask for ${Math.round(whatIf.factor * 100)}% of what they ask for now`
  }
}
