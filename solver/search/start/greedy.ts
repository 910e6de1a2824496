/**
 * A quick first rota without an engine: places each person where they are worth most. It need not be good, only feasible and early, so that
 * running out of time means a worse rota and never no rota.
 */
import { isMetBy } from '../../../src/needs.ts'
import type { Problem } from '../../../src/problem.ts'
import { meetsNeeds, type PatientWork } from '../../../src/rota.ts'
import type { Person } from '../../../src/staff.ts'
import { needLength } from '../../facts/need-weight.ts'
import type { Draft, Placement } from '../../model/draft.ts'

/** The placements taken, as a set of columns of the draft. */
export function placePeople(draft: Draft): Set<number> {
  const board = new Board(draft)
  board.takePins()
  board.keepTraining()
  board.fillDuties()
  board.fillCover()
  board.fillClinics()
  return board.taken
}

/** The rota being filled: who is where, and how much each person may still be asked for. */
class Board {
  readonly taken = new Set<number>()
  readonly #draft: Draft
  readonly #problem: Problem
  readonly #busy = new Set<string>()
  readonly #left = new Map<string, number>()
  readonly #dayParts = new Map<string, number>()
  readonly #inRooms = new Map<string, number>()
  readonly #sites = new Map<string, Set<string>>()
  readonly #duties = new Map<string, number>()
  readonly #present = new Map<string, number>()
  /** Minutes of contacts still to be met, by need and practice; shared needs under ''. */
  readonly #wanted = new Map<string, number>()
  /** Worth of one contact, by need. */
  readonly #ofOne: ReadonlyMap<string, number>

  constructor(draft: Draft) {
    this.#draft = draft
    this.#problem = draft.problem
    this.#ofOne = new Map(this.#problem.needs.map((n) => [n.id, n.weight * needLength(n, this.#problem)]))
    for (const { id } of this.#problem.people) {
      this.#problem.availability.get(id)?.most.forEach((most, week) => {
        this.#left.set(`${id} ${week}`, most)
      })
    }
    for (const { need, site, contacts } of [...this.#problem.arrivals, ...this.#problem.waiting]) {
      const key = this.#wantedKey(need, site)
      this.#wanted.set(key, (this.#wanted.get(key) ?? 0) + contacts)
    }
  }

  takePins(): void {
    for (const pin of this.#problem.pins) {
      const placement =
        pin.site === null || pin.work === 'off'
          ? undefined
          : this.#draft.find(pin.person, pin.session, pin.site, pin.work)
      if (placement !== undefined && this.#draft.allowed(placement)) this.#take(placement)
      else this.#busy.add(`${pin.person} ${pin.session}`)
    }
  }

  /** Deducts training sessions from what each person may be asked for, and places those that need a half day of their own. */
  keepTraining(): void {
    for (const { id } of this.#problem.people) {
      const dated = this.#draft.of(id).filter((p) => p.work === 'training')
      this.#problem.availability.get(id)?.protected.forEach((sessions, week) => {
        const key = `${id} ${week}`
        const ofWeek = dated.filter((p) => this.#problem.horizon.sessions[p.session]?.week === week)
        if (ofWeek.length === 0) this.#left.set(key, Math.max(0, (this.#left.get(key) ?? 0) - sessions))
        let missing = sessions - ofWeek.filter((p) => this.taken.has(p.column)).length
        for (const placement of ofWeek.reverse()) {
          if (missing <= 0 || !this.#can(placement)) continue
          this.#take(placement)
          missing -= 1
        }
      })
    }
  }

  fillDuties(): void {
    for (const session of this.#problem.horizon.sessions) {
      if (session.enhancedAccess) continue
      for (const site of this.#problem.sites) {
        const here = this.#draft.at(site.id, session.index).filter((p) => p.work === 'duty')
        if (here.some((p) => this.taken.has(p.column))) continue
        const best = minBy(
          here.filter((p) => this.#can(p)),
          (p) => this.#duties.get(p.person) ?? 0,
        )
        if (best !== undefined) this.#take(best)
      }
    }
  }

  /** Places everybody who can choose where fewest people are, until each site has one person per 4,000 patients. */
  fillCover(): void {
    for (const session of this.#problem.horizon.sessions) {
      if (session.enhancedAccess) continue
      for (const site of this.#problem.sites) {
        const floor = Math.max(1, Math.round(site.patients / 4000))
        const here = this.#draft.at(site.id, session.index).filter((p) => p.work === 'clinic')
        for (const p of here) {
          if ((this.#present.get(`${site.id} ${session.index}`) ?? 0) >= floor) break
          if (this.#can(p)) this.#take(p)
        }
      }
    }
  }

  /** Session by session, each remaining person takes the placement that meets most of the remaining contacts. */
  fillClinics(): void {
    const supervisedLast = [...this.#problem.people].sort(
      (a, b) => this.#needsSupervision(a) - this.#needsSupervision(b),
    )
    const coreFirst = [...this.#problem.horizon.sessions].sort(
      (a, b) => Number(a.enhancedAccess) - Number(b.enhancedAccess),
    )
    for (const session of coreFirst) {
      for (const person of supervisedLast) {
        const open = this.#draft
          .inSession(person.id, session.index)
          .filter((p) => meetsNeeds(p.work) && p.work !== 'duty' && this.#can(p) && this.#isSupervised(p))
        const best = minBy(open, (p) => -this.#worth(p))
        if (best !== undefined) this.#take(best)
      }
    }
  }

  #take(placement: Placement): void {
    const { person, session, site, work } = placement
    const { week = 0, day = 0, counts = 1 } = this.#problem.horizon.sessions[session] ?? {}
    this.taken.add(placement.column)
    this.#busy.add(`${person} ${session}`)
    bump(this.#left, `${person} ${week}`, -counts)
    if (work === 'duty') bump(this.#duties, person, 1)
    if (work === 'clinic' || work === 'duty') bump(this.#inRooms, `${site} ${session}`, 1)
    if (!meetsNeeds(work)) return
    bump(this.#present, `${site} ${session}`, 1)
    bump(this.#dayParts, `${person} ${day}`, 1)
    const sites = this.#sites.get(`${person} ${week}`) ?? new Set<string>()
    this.#sites.set(`${person} ${week}`, sites.add(site))
    this.#meet(placement)
  }

  #can(placement: Placement): boolean {
    const { person, session, site, work } = placement
    const { week = 0, day = 0, counts = 1 } = this.#problem.horizon.sessions[session] ?? {}
    if (!this.#draft.allowed(placement) || this.#busy.has(`${person} ${session}`)) return false
    if ((this.#left.get(`${person} ${week}`) ?? 0) < counts - 1e-9) return false
    if ((this.#dayParts.get(`${person} ${day}`) ?? 0) >= 2) return false
    const rooms = this.#problem.siteById.get(site)?.rooms ?? 0
    if ((work === 'clinic' || work === 'duty') && (this.#inRooms.get(`${site} ${session}`) ?? 0) >= rooms) return false
    const sites = this.#sites.get(`${person} ${week}`)
    return (
      sites === undefined || sites.has(site) || sites.size < (this.#problem.roleById.get(placement.role)?.maxSites ?? 2)
    )
  }

  #needsSupervision(person: Person): number {
    return this.#problem.roleById.get(person.role)?.supervision?.where === 'site' ? 1 : 0
  }

  /** A person who needs a supervisor in the building is placed only where there is one. */
  #isSupervised(placement: Placement): boolean {
    const supervision = this.#problem.roleById.get(placement.role)?.supervision
    if (supervision?.where !== 'site') return true
    return this.#draft
      .at(placement.site, placement.session)
      .some((p) => this.taken.has(p.column) && p.work !== 'visits' && supervision.by.includes(p.role))
  }

  /** Weighted contacts that the placement could meet of those still wanted. */
  #worth(placement: Placement): number {
    return this.#plan(placement).reduce((sum, { contacts, weight }) => sum + contacts * weight, 0)
  }

  #meet(placement: Placement): void {
    for (const { key, contacts } of this.#plan(placement)) bump(this.#wanted, key, -contacts)
  }

  #plan(placement: Placement): { key: string; contacts: number; weight: number }[] {
    const role = this.#problem.roleById.get(placement.role)
    const cadre = this.#problem.cadreById.get(placement.cadre)
    const session = this.#problem.horizon.sessions[placement.session]
    if (role === undefined || cadre === undefined || session === undefined || !meetsNeeds(placement.work)) return []
    let minutes = role.patientMinutes * Math.min(1, session.minutes / role.sessionMinutes)
    const plan: { key: string; contacts: number; weight: number }[] = []
    for (const need of this.#byWeight(placement.work)) {
      const skill = cadre.meets.get(need.id)
      // Urgent need arises in core hours only; later sessions meet what is waiting.
      if (skill === undefined || (need.withinDays === 0 && session.enhancedAccess)) continue
      const key = this.#wantedKey(need.id, placement.site)
      const contacts = Math.min(minutes / skill.minutes, Math.max(0, this.#wanted.get(key) ?? 0))
      minutes -= contacts * skill.minutes
      if (contacts > 0) plan.push({ key, contacts, weight: this.#ofOne.get(need.id) ?? 0 })
    }
    return plan
  }

  #byWeight(work: PatientWork) {
    return this.#problem.needs.filter((need) => isMetBy(need, work)).sort((a, b) => b.weight - a.weight)
  }

  #wantedKey(need: string, site: string): string {
    return this.#problem.needById.get(need)?.shared === true ? `${need} ` : `${need} ${site}`
  }
}

function bump(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by)
}

function minBy<T>(items: readonly T[], cost: (item: T) => number): T | undefined {
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const item of items) {
    const c = cost(item)
    if (c < least) [best, least] = [item, c]
  }
  return best
}
