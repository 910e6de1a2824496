/** Who comes, waits and is seen: one queue for each practice's patients with one kind of need. */
import type { Waiting } from '../../src/demand.ts'
import type { Need } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'
import type { Clinic } from '../../src/rota.ts'
import { backlogAt } from '../facts/contacts.ts'

export interface Queue {
  /** Practice that the patients are registered with. */
  readonly site: string
  readonly need: Need
  /** Waiting when the horizon starts, longest first. */
  readonly backlog: readonly Waiting[]
  /** Contacts that arrive, as planned for and as expected, and contacts that clinics plan to see, by session index. */
  readonly arrived: Float64Array
  readonly expected: Float64Array
  readonly seen: Float64Array
  /** Contacts that come back to a GP out of the last session, and so arrive behind the horizon. */
  later: number
}

/** Every queue that somebody is in, by site and then by need, as the document has them. */
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

/** The share of a clinic's contacts that needs a GP after all, in the very next session, whatever day that is. */
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
