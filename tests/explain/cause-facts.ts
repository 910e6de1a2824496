/** Whether what a cause gives as a reason is true of the document and the rota: worked out again from the document. */
import type { Obstacle } from '../../solver/explain/causes/obstacle.ts'
import { levelOf } from '../../solver/facts/rule-settings.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota } from '../../src/rota.ts'

export interface Ground {
  readonly document: RotaDocument
  readonly problem: Problem
  readonly rota: Rota
}

/** The rota with the change that an obstacle stands against, and the week in which that has been decided. */
export interface Then {
  readonly rota: Rota
  readonly problem: Problem
}

export function isTrue(obstacle: Obstacle, { document, problem, rota }: Ground, then: Then): boolean {
  const after = then.rota
  const session = (index: number) => problem.horizon.sessions[index]
  const row = (id: string) => document.people.find((p) => p.id === id)
  switch (obstacle.kind) {
    case 'away': {
      const { date = '', part = '' } = session(obstacle.session) ?? {}
      return (row(obstacle.person)?.away ?? []).some(
        (leave) => leave.from <= date && date <= leave.to && (leave.parts?.includes(part) ?? true),
      )
    }
    case 'not-then': {
      const { weekday, part } = session(obstacle.session) ?? {}
      const works = row(obstacle.person)?.works
      return works !== undefined && !works.includes(`${weekday}-${part}`)
    }
    case 'kept-free': {
      const { date, part } = session(obstacle.session) ?? {}
      return (document.pins ?? []).some(
        (pin) => pin.person === obstacle.person && pin.date === date && pin.part === part && pin.work === 'off',
      )
    }
    case 'busy':
      return rota.assignments.includes(obstacle.at)
    case 'used-up':
      return (
        sessionsOf(after, obstacle, problem) > (problem.availability.get(obstacle.person)?.most[obstacle.week] ?? 0)
      )
    case 'closed': {
      const { date, part = '' } = session(obstacle.session) ?? {}
      return (document.closed ?? []).some(
        (c) => c.date === date && (c.sites?.includes(obstacle.site) ?? true) && (c.parts?.includes(part) ?? true),
      )
    }
    case 'unfit':
      return finds('qualified', { assignments: [obstacle.assignment], clinics: [] }, problem) > 0
    case 'no-room':
      return (
        inRooms(after, obstacle).length > (document.sites.find((s) => s.id === obstacle.site)?.rooms ?? 0) &&
        obstacle.by.every((person) => inRooms(rota, obstacle).some((a) => a.person === person))
      )
    case 'no-supervisor':
      return finds('supervision', after, then.problem) > finds('supervision', rota, problem)
    case 'rule':
      return (
        finds(obstacle.rule, after, then.problem) > finds(obstacle.rule, rota, problem) ||
        bendsForSomebody(obstacle.rule, then, { rota, problem })
      )
    case 'no-use':
      return true
  }
}

function sessionsOf(rota: Rota, { person, week }: { person: string; week: number }, { horizon }: Problem): number {
  const mine = rota.assignments.filter((a) => a.person === person && horizon.sessions[a.session]?.week === week)
  return mine.reduce((sum, a) => sum + (horizon.sessions[a.session]?.counts ?? 1), 0)
}

function inRooms({ assignments }: Rota, { site, session }: { site: string; session: number }): Assignment[] {
  return assignments.filter(
    (a) => a.site === site && a.session === session && !a.remote && ['clinic', 'duty'].includes(a.work),
  )
}

/** A rule that never bends is kept less well by somebody, though another may keep it better for it. */
function bendsForSomebody(id: string, then: Then, now: Then): boolean {
  const rule = RULES.find((one) => one.id === id)
  if (rule === undefined || levelOf(rule, now.problem) !== 'never') return false
  const ofOne = (person: string, { rota, problem }: Then) =>
    rule
      .check(rota, problem)
      .filter(({ people }) => people?.length === 1 && people[0] === person)
      .reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
  return now.problem.people.some(({ id: person }) => ofOne(person, then) > ofOne(person, now))
}

function finds(id: string, rota: Rota, problem: Problem): number {
  const breaches = RULES.find((rule) => rule.id === id)?.check(rota, problem) ?? []
  return breaches.reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
}
