/** Which kind of cause the findings of each rule have. */
import type { Breach } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import { listed, plural } from '../crowd.ts'
import { setting } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { figureWords, lowerFirst, personName, roleTitle } from '../words.ts'
import { noCover, noDuty, noEnhancedAccess, noSupervisor } from './missing.ts'
import { ofDay, ofKind, ofSites, ofWeek, whyNotThere, whyThere } from './person.ts'
import { type Scene, sessionAt } from './scene.ts'
import { missOn, whyUnmet } from './unmet.ts'

type Cause = (scene: Scene, breach: Breach, rule: Rule) => string | undefined

/** Nothing that this solver plans breaks such a rule. */
const byHand: Cause = () =>
  'No rota planned here breaks this rule: this one was changed by hand, or made for another week.'

export const BY_RULE: Readonly<Record<string, Cause>> = {
  availability: byHand,
  'open-sites': byHand,
  qualified: byHand,
  pinned: byHand,
  'one-place': byHand,
  'contracted-sessions': byHand,
  rooms: byHand,
  'clinic-time': byHand,
  'patients-first': byHand,
  'duty-doctor': (scene, breach, rule) => noDuty(scene, breach, groupOf(scene.problem, rule, breach.site ?? '')),
  'minimum-cover': noCover,
  supervision: noSupervisor,
  'enhanced-access': noEnhancedAccess,
  'safe-workload': (scene, breach) => (breach.people === undefined ? inClinic(scene, breach) : ofDay(scene, breach)),
  'seen-same-day': ofNeed,
  'seen-in-time': ofNeed,
  'no-need-left-out': ofNeed,
  'waiting-list': ofNeed,
  'fair-practices': worstNeeds,
  'partner-time': partnersOf,
  'protected-time': ofWeek,
  'full-contract': ofWeek,
  'working-week': ofWeek,
  'few-sites': ofSites,
  'days-in-a-row': ofDay,
  'days-off': (scene, breach) => ofDay(scene, { ...breach, day: (breach.day ?? 0) + 1 }),
  weekends: (scene, { people: [person] = [] }) =>
    person === undefined
      ? undefined
      : ofKind(scene, person, (a) => ['sat', 'sun'].includes(sessionAt(scene, a.session)?.weekday ?? '')),
  'fair-shares': sharesOf,
  stability: (scene, { people: [person] = [], site, session = 0 }) => {
    const now = person === undefined ? undefined : scene.of(person, session)[0]
    if (person === undefined) return undefined
    return now === undefined || now.site !== site ? whyNotThere(scene, person, session) : whyThere(scene, now)
  },
  cost: spending,
}

/** Sites that share one duty doctor with this one. */
function groupOf(problem: Problem, rule: Rule, site: string): readonly string[] {
  const groups = setting(rule, problem, 'groups')
  const lists: readonly unknown[] = Array.isArray(groups) ? groups : []
  const found = lists.find((group): group is string[] => Array.isArray(group) && group.includes(site))
  return found ?? [site]
}

function ofNeed(scene: Scene, { site = '', need: id = '', day }: Breach): string | undefined {
  const need = scene.problem.needById.get(id)
  return need === undefined
    ? undefined
    : whyUnmet(scene, missOn(scene, { site, need, ...(day === undefined ? {} : { day }) }))
}

/** The needs of the practice that are left most open, by weight. */
function worstNeeds(scene: Scene, { site = '' }: Breach): string | undefined {
  const { problem, rota } = scene
  const open = problem.needs.map((need) => {
    const own = (row: { need: string }) => row.need === need.id
    const asked = [...problem.arrivals, ...problem.waiting].filter((row) => own(row) && row.site === site)
    const met = rota.clinics.filter((row) => own(row) && row.patientsOf === site)
    return { need, contacts: total(asked) - total(met) }
  })
  const most = open
    .filter(({ contacts }) => contacts > 0.05)
    .sort((a, b) => b.contacts * b.need.weight - a.contacts * a.need.weight)
  const [worst] = most
  if (worst === undefined) return undefined
  const words = listed(most.slice(0, 3).map(({ need, contacts }) => `${figureWords(contacts)} of "${need.title}"`))
  return `Mostly ${words}. ${whyUnmet(scene, missOn(scene, { site, need: worst.need }))}`
}

function total(rows: readonly { readonly contacts: number }[]): number {
  return rows.reduce((sum, row) => sum + row.contacts, 0)
}

/** What else those do who could give partners their time. */
function partnersOf(scene: Scene, breach: Breach): string | undefined {
  if ((breach.people ?? []).length > 0) return ofWeek(scene, breach)
  const people = scene.problem.people.filter((p) => breach.role === undefined || p.role === breach.role)
  const role = breach.role === undefined ? 'people' : plural(lowerFirst(roleTitle(breach.role, scene.problem)))
  const left = people.reduce(
    (sum, p) =>
      sum +
      Math.max(
        0,
        (scene.problem.availability.get(p.id)?.most[breach.week ?? 0] ?? 0) - scene.worked(p.id, breach.week ?? 0),
      ),
    0,
  )
  return `${people.length === 1 ? personName(people[0]?.id, scene.problem) : `The ${people.length} ${role}`} ${people.length === 1 ? 'has' : 'have'} ${figureWords(left)} sessions left of what was agreed; all others go to patients, cover and learning.`
}

function sharesOf(scene: Scene, { people: [person] = [], figures = {} }: Breach): string | undefined {
  const kinds: Readonly<Record<string, (a: Assignment) => boolean>> = {
    mondays: (a) => sessionAt(scene, a.session)?.weekday === 'mon',
    fridays: (a) => sessionAt(scene, a.session)?.weekday === 'fri',
    saturdays: (a) => sessionAt(scene, a.session)?.weekday === 'sat',
    duties: (a) => a.work === 'duty',
    evenings: (a) =>
      sessionAt(scene, a.session)?.enhancedAccess === true && sessionAt(scene, a.session)?.weekday !== 'sat',
  }
  const kind = Object.keys(figures).find((name) => name in kinds)
  const isOne = kinds[kind ?? '']
  return person === undefined || isOne === undefined ? undefined : ofKind(scene, person, isOne)
}

/** The needs that fill a clinic, and why nobody takes some of them off it. */
function inClinic(scene: Scene, { site = '', session = 0, role }: Breach): string | undefined {
  const clinics = scene.clinicsAt(site, session).filter((c) => scene.problem.cadreById.get(c.cadre)?.role === role)
  const [largest] = [...clinics].sort((a, b) => b.contacts - a.contacts)
  const need = scene.problem.needById.get(largest?.need ?? '')
  if (largest === undefined || need === undefined) return undefined
  const day = sessionAt(scene, session)?.day ?? 0
  const booked = `${figureWords(largest.contacts)} of its contacts are "${need.title}".`
  return `${booked} ${whyUnmet(scene, missOn(scene, { site, need, day }))}`
}

/** The roles on which most is spent. */
function spending(scene: Scene): string {
  const { problem, rota } = scene
  const byRole = problem.roles.map((role) => {
    const mine = rota.assignments.filter((a) => problem.personById.get(a.person)?.role === role.id)
    return {
      title: plural(lowerFirst(role.title)),
      pounds: mine.reduce((sum, a) => sum + role.costPerSession * (sessionAt(scene, a.session)?.counts ?? 1), 0),
    }
  })
  const most = byRole
    .filter((role) => role.pounds > 0)
    .sort((a, b) => b.pounds - a.pounds)
    .slice(0, 3)
  return `Most of it goes to ${listed(most.map(({ title, pounds }) => `${title} (£${Math.round(pounds).toLocaleString('en-GB')})`))}.`
}
