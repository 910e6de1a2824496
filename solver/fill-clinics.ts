/**
 * A clinic plan for people who are placed already, without an optimiser: session by session, who can do least takes first,
 * what is urgent before what weighs most. It keeps every rule of the flow of contacts, so a rota that came without a plan is
 * judged by what it can certainly meet; the best plan may meet a little more.
 */

import { grouped } from '../src/grouped.ts'
import { isMetBy } from '../src/needs.ts'
import { PATIENT_SHARE } from '../src/policy.ts'
import type { Problem } from '../src/problem.ts'
import { type Assignment, type Clinic, meetsNeeds, type PatientWork } from '../src/rota.ts'
import type { Cadre, Role, Skillset } from '../src/staff.ts'
import type { Session } from '../src/time.ts'
import { arrivedIn } from './ledger.ts'
import { loadOf, type SafeContacts, safeContacts } from './safe-contacts.ts'

export function fillClinics(problem: Problem, assignments: readonly Assignment[]): Clinic[] {
  const lists = new WaitingLists(problem)
  return problem.horizon.sessions.flatMap((session) => {
    lists.open(session)
    const desks = desksIn(problem, session, assignments)
    keepForSupervision(problem, session, { desks, assignments })
    return desks.flatMap((desk) => fill(desk, lists, problem))
  })
}

/** People of one cadre at one site in one kind of work, with what they have left of the session. */
interface Desk {
  readonly cadre: Cadre
  readonly role: Role
  readonly site: string
  readonly work: PatientWork
  readonly session: Session
  minutes: number
  /** Of these, minutes of people who have a room; without limit where nobody works by telephone. */
  faceToFace: number
  /** Contacts of the usual length that are still safe; without limit where nobody has set a number. */
  load: number
  readonly safe: SafeContacts | null
}

/** Who can meet the fewest kinds of need comes first, so that others are left for what only they can do. */
function desksIn(problem: Problem, session: Session, assignments: readonly Assignment[]): Desk[] {
  const here = assignments.filter((a) => a.session === session.index && meetsNeeds(a.work))
  const groups = grouped(here, (a) => `${problem.personById.get(a.person)?.cadre} ${a.site} ${a.work}`)
  const desks = groups.flatMap((people): Desk[] => {
    const [first] = people
    const cadre = problem.cadreById.get(problem.personById.get(first?.person ?? '')?.cadre ?? '')
    const role = problem.roleById.get(cadre?.role ?? '')
    if (first === undefined || cadre === undefined || role === undefined || !meetsNeeds(first.work)) return []
    const length = Math.min(1, session.minutes / role.sessionMinutes)
    const each = role.patientMinutes * length * PATIENT_SHARE[first.work]
    const inRooms = people.filter((a) => !a.remote).length
    const safe = safeContacts(role, problem)
    return [
      {
        cadre,
        role,
        site: first.site,
        work: first.work,
        session,
        minutes: each * people.length,
        faceToFace: inRooms === people.length ? Number.POSITIVE_INFINITY : each * inRooms,
        load: safe === null ? Number.POSITIVE_INFINITY : (safe.contacts / 2) * length * people.length,
        safe,
      },
    ]
  })
  return desks.sort((a, b) => a.cadre.meets.size - b.cadre.meets.size || a.cadre.id.localeCompare(b.cadre.id))
}

/** The minutes that supervised people need are taken off their supervisors, who has most first. */
function keepForSupervision(
  problem: Problem,
  session: Session,
  rota: { readonly desks: readonly Desk[]; readonly assignments: readonly Assignment[] },
): void {
  for (const a of rota.assignments) {
    const role = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
    if (a.session !== session.index || !meetsNeeds(a.work) || role === undefined || role.supervision === null) continue
    const { by, where, minutes } = role.supervision
    let needed = minutes * Math.min(1, session.minutes / role.sessionMinutes)
    const near = rota.desks.filter(
      (d) => by.includes(d.role.id) && d.work !== 'visits' && (where === 'network' || d.site === a.site),
    )
    for (const desk of [...near].sort((x, y) => y.minutes - x.minutes)) {
      const given = Math.min(needed, desk.minutes)
      desk.minutes -= given
      needed -= given
    }
  }
}

function fill(desk: Desk, lists: WaitingLists, problem: Problem): Clinic[] {
  const needs = problem.needs.filter((need) => desk.cadre.meets.has(need.id) && isMetBy(need, desk.work))
  needs.sort((a, b) => Number(b.withinDays === 0) - Number(a.withinDays === 0) || b.weight - a.weight)
  return needs.flatMap((need) => {
    const skill = desk.cadre.meets.get(need.id)
    const others = need.shared ? problem.sites.filter((s) => s.id !== desk.site).map((s) => s.id) : []
    if (skill === undefined) return []
    // By telephone, or at the patient's home.
    const outside = need.visit ? 1 : need.remote
    return [desk.site, ...others].flatMap((patientsOf): Clinic[] => {
      const contacts = Math.min(lists.waiting(need.id, patientsOf), room(desk, skill, outside))
      if (contacts <= 1e-9) return []
      desk.minutes -= contacts * skill.minutes
      desk.faceToFace -= contacts * skill.minutes * (1 - outside)
      desk.load -= contacts * loadOn(desk, skill)
      lists.meet({ need: need.id, patientsOf, contacts, returns: skill.returns })
      const { cadre, site, work, session } = desk
      return [{ session: session.index, site, cadre: cadre.id, work, need: need.id, patientsOf, contacts }]
    })
  })
}

/** Contacts of a need that the desk still has time for. */
function room(desk: Desk, skill: Skillset, remote: number): number {
  const inRooms = remote < 1 ? desk.faceToFace / (skill.minutes * (1 - remote)) : Number.POSITIVE_INFINITY
  return Math.max(0, Math.min(desk.minutes / skill.minutes, inRooms, desk.load / loadOn(desk, skill)))
}

function loadOn({ safe }: Desk, { minutes }: Skillset): number {
  return safe === null ? 1 : loadOf(minutes, safe)
}

/** Who waits for what, from session to session. */
class WaitingLists {
  readonly #problem: Problem
  readonly #lists = new Map<string, number>()
  #returning = new Map<string, number>()
  #day = -1

  constructor(problem: Problem) {
    this.#problem = problem
    for (const w of problem.waiting) this.#add(w.need, w.site, w.contacts)
  }

  /** Adds what arrives and returns in the session; what was urgent yesterday is no longer waiting. */
  open(session: Session): void {
    for (const need of this.#problem.needs) {
      for (const { id } of this.#problem.sites) {
        if (need.withinDays === 0 && session.day !== this.#day && this.#day >= 0) this.#lists.delete(`${need.id} ${id}`)
        this.#add(need.id, id, arrivedIn(this.#problem, need.id, id, session.index))
        if (need.followUp) this.#add(need.id, id, this.#returning.get(id) ?? 0)
      }
    }
    this.#day = session.day
    this.#returning = new Map()
  }

  waiting(need: string, site: string): number {
    return this.#lists.get(`${need} ${site}`) ?? 0
  }

  meet(met: {
    readonly need: string
    readonly patientsOf: string
    readonly contacts: number
    readonly returns: number
  }): void {
    this.#add(met.need, met.patientsOf, -met.contacts)
    const back = this.#returning.get(met.patientsOf) ?? 0
    this.#returning.set(met.patientsOf, back + met.contacts * met.returns)
  }

  #add(need: string, site: string, contacts: number): void {
    if (contacts !== 0) this.#lists.set(`${need} ${site}`, this.waiting(need, site) + contacts)
  }
}
