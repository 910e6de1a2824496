/** Who debriefs each person who works under supervision, session by session. */
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds, type Rota } from '../../src/rota.ts'
import type { DebriefReport } from '../../src/week-book.ts'
import { figure } from '../facts/rule-settings.ts'
import { circlesOf } from '../facts/supervision-groups.ts'
import { timeShare } from '../facts/time-share.ts'
import { supervision } from '../rules/supervision.ts'
import { round } from './round.ts'

/** How often a supervisor has supervised a person, by both. */
type Pairs = Map<string, number>

/**
 * Everybody who sees patients under supervision, with one supervisor per session: preferably one whose clinic
 * leaves time for it, then the one with the fewest people to supervise, then the one who has supervised them most
 * often, and rather not the duty doctor. In chronological order.
 */
export function debriefsOf(problem: Problem, rota: Rota): DebriefReport[] {
  const pairs: Pairs = new Map()
  return problem.horizon.sessions.flatMap(({ index }) => {
    const now = rota.assignments.filter((a) => a.session === index)
    return now.length === 0 ? [] : new SessionDebriefs(problem, { ...rota, assignments: now }, pairs).all()
  })
}

/** Choices within one session; each leaves less time for the next. */
class SessionDebriefs {
  readonly #problem: Problem
  readonly #now: Rota
  readonly #pairs: Pairs
  readonly #load = new Map<string, number>()
  /** Unbooked minutes of the people who share a clinic, by site, work and cadre. */
  readonly #spare = new Map<string, number>()

  constructor(problem: Problem, now: Rota, pairs: Pairs) {
    this.#problem = problem
    this.#now = now
    this.#pairs = pairs
    this.#countSpare()
  }

  all(): DebriefReport[] {
    const most = figure(supervision, this.#problem, 'perSupervisor')
    const done = new Set<string>()
    // Circles of one site come first; the network-wide ones contain the same people again.
    return circlesOf(this.#problem).flatMap((circle) => {
      const here = this.#now.assignments.filter((a) => circle.site === null || a.site === circle.site)
      const supervisors = here.filter((a) => circle.by.has(this.#roleOf(a)?.id ?? '') && supervises(a))
      const supervised = here.filter((a) => circle.supervised.has(this.#roleOf(a)?.id ?? '') && meetsNeeds(a.work))
      return supervised
        .filter((a) => !done.has(a.person))
        .map((one) => {
          done.add(one.person)
          const free = supervisors.filter((s) => s.person !== one.person && this.#loadOf(s) < most)
          return this.#debrief(one, free)
        })
    })
  }

  #debrief(one: Assignment, free: readonly Assignment[]): DebriefReport {
    const role = this.#roleOf(one)
    const session = this.#problem.horizon.sessions[one.session]
    const share = Math.min(1, (session?.minutes ?? 0) / (role?.sessionMinutes ?? 1))
    const minutes = round((role?.supervision?.minutes ?? 0) * share, 0)
    const [chosen] = [...free].sort((a, b) => firstDifference(this.#cost(a, one, minutes), this.#cost(b, one, minutes)))
    if (chosen !== undefined) {
      const pair = `${chosen.person} ${one.person}`
      this.#load.set(chosen.person, this.#loadOf(chosen) + 1)
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + 1)
      this.#spare.set(postOf(chosen, this.#problem), this.#spareOf(chosen) - minutes)
    }
    const { date = '', part = '' } = session ?? {}
    return { person: one.person, supervisor: chosen?.person ?? null, date, part, site: one.site, minutes }
  }

  /** Reasons against a supervisor, most serious first. */
  #cost(supervisor: Assignment, one: Assignment, minutes: number): number[] {
    return [
      this.#spareOf(supervisor) >= minutes - 0.5 ? 0 : 1,
      this.#loadOf(supervisor),
      supervisor.site === one.site ? 0 : 1,
      supervisor.remote ? 1 : 0,
      -(this.#pairs.get(`${supervisor.person} ${one.person}`) ?? 0),
      supervisor.work === 'duty' ? 1 : 0,
    ]
  }

  #countSpare(): void {
    const add = (post: string, minutes: number) => this.#spare.set(post, (this.#spare.get(post) ?? 0) + minutes)
    for (const a of this.#now.assignments) {
      const role = this.#roleOf(a)
      const session = this.#problem.horizon.sessions[a.session]
      if (role === undefined || session === undefined) continue
      const share = timeShare(role, session, meetsNeeds(a.work) ? a.work : 'clinic')
      add(postOf(a, this.#problem), role.patientMinutes * share)
    }
    const session = this.#now.assignments[0]?.session
    for (const c of this.#now.clinics) {
      if (c.session !== session) continue
      const minutes = this.#problem.cadreById.get(c.cadre)?.meets.get(c.need)?.minutes ?? 0
      add(`${c.site} ${c.work} ${c.cadre}`, -c.contacts * minutes)
    }
  }

  #roleOf(a: Assignment) {
    return this.#problem.roleById.get(this.#problem.personById.get(a.person)?.role ?? '')
  }

  #loadOf(a: Assignment): number {
    return this.#load.get(a.person) ?? 0
  }

  #spareOf(a: Assignment): number {
    return this.#spare.get(postOf(a, this.#problem)) ?? 0
  }
}

function postOf({ site, work, person }: Assignment, problem: Problem): string {
  return `${site} ${work} ${problem.personById.get(person)?.cadre ?? ''}`
}

function supervises({ work }: Assignment): boolean {
  return work === 'clinic' || work === 'duty' || work === 'supervision'
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((value, i) => value !== b[i])
  return (a[first] ?? 0) - (b[first] ?? 0)
}
