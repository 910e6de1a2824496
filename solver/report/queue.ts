/** Queues of contacts that arrive, wait and are met: one for each practice's patients with one need. */
import type { Waiting } from '../../src/demand.ts'
import type { Need } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'
import type { Clinic } from '../../src/rota.ts'
import { backlogAt } from '../facts/contacts.ts'

export interface Queue {
  /** Practice that the patients are registered with. */
  readonly site: string
  readonly need: Need
  /** Contacts waiting when the horizon starts, longest wait first. */
  readonly backlog: readonly Waiting[]
  /** By session index: contacts that arrive, as planned for and as expected, and contacts that clinics plan to meet. */
  readonly arrived: Float64Array
  readonly expected: Float64Array
  readonly seen: Float64Array
  /** Contacts returning to a GP from the last session, which arrive after the horizon. */
  later: number
}

/** All non-empty queues, by site and need in document order. */
export function queuesOf(problem: Problem, clinics: readonly Clinic[]): Queue[] {
  const queues = new Map(
    problem.sites.map((site) => [
      site.id,
      new Map(problem.needs.map((need) => [need.id, emptyQueue(problem, site.id, need)])),
    ]),
  )
  const queueOf = (site: string, need: string) => queues.get(site)?.get(need)
  for (const a of problem.arrivals) {
    add(queueOf(a.site, a.need)?.arrived, a.session, a.contacts)
    add(queueOf(a.site, a.need)?.expected, a.session, a.mean)
  }
  for (const c of clinics) {
    add(queueOf(c.patientsOf, c.need)?.seen, c.session, c.contacts)
    sendBack(problem, c, queueOf)
  }
  return [...queues.values()].flatMap((bySite) => [...bySite.values()])
}

function emptyQueue(problem: Problem, site: string, need: Need): Queue {
  const sessions = problem.horizon.sessions.length
  const backlog = backlogAt(problem, need.id, site).toSorted((a, b) => b.waitedDays - a.waitedDays)
  const empty = () => new Float64Array(sessions)
  return { site, need, backlog, arrived: empty(), expected: empty(), seen: empty(), later: 0 }
}

function add(bySession: Float64Array | undefined, session: number, contacts: number): void {
  if (bySession) bySession[session] = (bySession[session] ?? 0) + contacts
}

/** Adds the share of a clinic's contacts that returns to a GP, in the next session whatever its day. */
function sendBack(problem: Problem, clinic: Clinic, queueOf: (site: string, need: string) => Queue | undefined): void {
  const share = problem.cadreById.get(clinic.cadre)?.meets.get(clinic.need)?.returns ?? 0
  const followUp = problem.needs.find((need) => need.followUp)
  const queue = followUp && queueOf(clinic.patientsOf, followUp.id)
  if (!queue || share === 0) return
  const next = clinic.session + 1
  if (next < queue.arrived.length) {
    add(queue.arrived, next, share * clinic.contacts)
    add(queue.expected, next, share * clinic.contacts)
  } else queue.later += share * clinic.contacts
}
