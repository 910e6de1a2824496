/**
 * A week as the Timefold peer reads it: indices instead of ids, with all facts and figures for
 * the rules that the benchmark's documents trigger.
 */

import { halfDaysOf } from '../../solver/facts/half-days.ts'
import { needLength, needWeight } from '../../solver/facts/need-weight.ts'
import { peersOf } from '../../solver/facts/peer-groups.ts'
import { figure, figureFor, setting } from '../../solver/facts/rule-settings.ts'
import { loadOf, safeContacts } from '../../solver/facts/safe-contacts.ts'
import { circlesOf } from '../../solver/facts/supervision-groups.ts'
import { enhancedAccess } from '../../solver/rules/enhanced-access.ts'
import { fairPractices } from '../../solver/rules/fair-practices.ts'
import { fairShares } from '../../solver/rules/fair-shares.ts'
import { fewSites } from '../../solver/rules/few-sites.ts'
import { minima } from '../../solver/rules/minimum-cover.ts'
import { noNeedLeftOut } from '../../solver/rules/no-need-left-out.ts'
import { rest } from '../../solver/rules/rest.ts'
import { seenInTime } from '../../solver/rules/seen-in-time.ts'
import { supervision } from '../../solver/rules/supervision.ts'
import { timeToTravel } from '../../solver/rules/time-to-travel.ts'
import { travelInADay } from '../../solver/rules/travel-in-a-day.ts'
import { workingWeek } from '../../solver/rules/working-week.ts'
import { contractYearOf } from '../../src/contract-years.ts'
import { dueDay } from '../../src/demand.ts'
import type { Site } from '../../src/places.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'

/** What the peer's model cannot express; empty for all one-week documents of the benchmark. */
export function beyondTimefold(problem: Problem): readonly string[] {
  const { horizon, needs, people, pins, published, before, rules, workingDays } = problem
  const returnsFallDue = needs.some((need) => need.followUp && dueDay(workingDays, 0, need.withinDays) !== null)
  const reasons: readonly (readonly [string, boolean])[] = [
    ['more than one week', horizon.weeks !== 1],
    ['pins', pins.length > 0],
    ['a published rota', published !== null],
    ['work of the days before', before !== null],
    ['rules that the network sets itself, partner organisations’ sessions among them', rules.size > 0],
    ['wishes', people.some(({ wishes }) => wishes.length > 0)],
    ['closed evenings or Saturdays', horizon.sessions.some((s) => s.enhancedAccess && isClosed(problem, s.index))],
    ['returning patients who fall due within the week', returnsFallDue],
  ]
  return reasons.flatMap(([words, isSo]) => (isSo ? [words] : []))
}

function isClosed({ sites }: Problem, session: number): boolean {
  return sites.every((site) => site.open[session] !== true)
}

/** Plain data; sites, needs, roles, cadres, people and sessions are listed in the Problem's order. */
export function timefoldWeek(problem: Problem) {
  const at = <T extends { readonly id: string }>(all: readonly T[]) => {
    const places = new Map(all.map(({ id }, k) => [id, k]))
    return (id: string) => places.get(id) ?? -1
  }
  const [site, need, role] = [at(problem.sites), at(problem.needs), at(problem.roles)]
  const due = (within: number, day: number) => (within === 0 ? null : dueDay(problem.workingDays, day, within))
  return {
    sessions: problem.horizon.sessions.map(({ day, minutes, counts, enhancedAccess, starts, ends }) => ({
      ...{ day, minutes, counts, enhancedAccess },
      ...{ starts: Date.parse(starts) / 60_000, ends: Date.parse(ends) / 60_000 },
    })),
    workingDays: problem.workingDays,
    sites: sitesOf(problem),
    needs: needsOf(problem),
    roles: rolesOf(problem),
    cadres: cadresOf(problem, role),
    people: peopleOf(problem, { site, role, cadre: at(problem.cadres) }),
    arrivals: problem.arrivals.map((a) => {
      const within = problem.needById.get(a.need)?.withinDays ?? 0
      const day = problem.horizon.sessions[a.session]?.day ?? 0
      return { need: need(a.need), site: site(a.site), session: a.session, contacts: a.contacts, due: due(within, day) }
    }),
    waiting: problem.waiting.map((w) => ({ need: need(w.need), site: site(w.site), contacts: w.contacts, due: w.due })),
    circles: circlesOf(problem).map((circle) => ({
      by: [...circle.by].map(role),
      supervised: [...circle.supervised].map(role),
      site: circle.site === null ? null : site(circle.site),
    })),
    peers: peersOf(problem, setting(fairShares, problem, 'eveningFrom') as string).map((group) => ({
      isDuty: group.kind === 'duties',
      sessions: [...group.sessions],
      people: group.people.map(({ id, share, past, fairPast }) => ({
        ...{ person: problem.people.findIndex((person) => person.id === id), share },
        ahead: past - fairPast,
      })),
    })),
    figures: figuresOf(problem),
  }
}

export type TimefoldWeek = ReturnType<typeof timefoldWeek>

function sitesOf(problem: Problem) {
  const minimum = minima(problem)
  const way = (from: Site, to: Site, unknown: number) => (from === to ? 0 : (from.travel.get(to.id) ?? unknown))
  return problem.sites.map((site) => ({
    rooms: site.rooms,
    open: site.open,
    minimum: problem.horizon.sessions.map(
      ({ index }) => minimum.find((m) => m.site === site.id && m.session === index)?.people ?? 0,
    ),
    /** Minutes of the journey, and minutes it counts; both have a default if no time is given. */
    journey: problem.sites.map((to) => way(site, to, figure(timeToTravel, problem, 'minutes'))),
    travel: problem.sites.map((to) => way(site, to, figure(travelInADay, problem, 'minutes'))),
  }))
}

function needsOf(problem: Problem) {
  return problem.needs.map((need) => ({
    ...{ isSameDay: need.withinDays === 0, shared: need.shared, visit: need.visit, followUp: need.followUp },
    /** Share of its minutes that need a room. */
    inRoom: need.visit ? 0 : 1 - need.remote,
    /** Weight of a contact in its level, among contacts left out, and among practices. */
    weight: needWeight(need, problem),
    length: needLength(need, problem),
    fair: need.weight * needLength(need, problem),
    quota: need.withinDays === 0 ? 0 : figureFor(noNeedLeftOut, problem, 'share', need.id),
  }))
}

function rolesOf(problem: Problem) {
  return problem.roles.map((role) => ({
    ...{ sessionMinutes: role.sessionMinutes, patientMinutes: role.patientMinutes, cost: role.costPerSession },
    ...{ duty: role.duty, maxSites: role.maxSites ?? figure(fewSites, problem, 'atMost') },
    supervisionMinutes: role.supervision?.minutes ?? 0,
    /** Contacts of the usual length in a safe day; null if only limited by time. */
    safe: safeContacts(role, problem)?.contacts ?? null,
  }))
}

function cadresOf(problem: Problem, role: (id: string) => number) {
  return problem.cadres.map((cadre) => {
    const own = problem.roleById.get(cadre.role)
    const safe = own === undefined ? null : safeContacts(own, problem)
    const met = problem.needs.map(({ id }) => cadre.meets.get(id))
    return {
      role: role(cadre.role),
      minutes: met.map((one) => one?.minutes ?? 0),
      returns: met.map((one) => one?.returns ?? 0),
      /** How much a contact counts towards a safe day. */
      load: met.map((one) => (one === undefined || safe === null ? 1 : loadOf(one.minutes, safe))),
    }
  })
}

interface Places {
  readonly site: (id: string) => number
  readonly role: (id: string) => number
  readonly cadre: (id: string) => number
}

function peopleOf(problem: Problem, { site, role, cadre }: Places) {
  return problem.people.map((person) => {
    const own = problem.availability.get(person.id)
    return {
      ...{
        cadre: cadre(person.cadre),
        role: role(person.role),
        home: site(person.home),
        sites: person.sites.map(site),
      },
      free: own?.free ?? [],
      /** Sessions that training may take. */
      halfDays: halfDaysOf(person, problem).map(({ index }) => index),
      ...{ due: own?.due[0] ?? 0, most: own?.most[0] ?? 0, learning: own?.protected[0] ?? 0 },
      outside: (own?.dueOutside[0] ?? 0) + person.contract.flex,
    }
  })
}

function figuresOf(problem: Problem) {
  const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
  const asked = setting(enhancedAccess, problem, 'minutesPerThousand') as number | null
  const usual = contractYearOf(problem.horizon.from).year.enhancedAccessMinutes.value
  return {
    /** Patient-facing share of a session's minutes in a clinic, on duty, on visits. */
    patientShare: [PATIENT_SHARE.clinic, PATIENT_SHARE.duty, PATIENT_SHARE.visits],
    eveningMinutes: ((asked ?? usual) * patients) / 1000,
    perSupervisor: figure(supervision, problem, 'perSupervisor'),
    restMinutes: 60 * figure(rest, problem, 'hours'),
    weekMinutes: 60 * figure(workingWeek, problem, 'hours'),
    longDays: figure(workingWeek, problem, 'longDays'),
    stillOverdue: figure(seenInTime, problem, 'stillOverdue'),
    allowedBehind: figure(fairPractices, problem, 'allowance'),
    allowedAhead: figure(fairShares, problem, 'allowance'),
  }
}
