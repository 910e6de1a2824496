/** The effect of every single absence in a week's rota: whose absence breaks it. */
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { AbsenceEffect } from '../../src/stress-answer.ts'
import { judge, levelValues } from '../check/judge.ts'
import type { Engine } from '../engines/engine.ts'
import { isInForce } from '../facts/rule-settings.ts'
import { dutyDoctor } from '../rules/duty-doctor.ts'
import { enhancedAccess } from '../rules/enhanced-access.ts'
import { minimumCover } from '../rules/minimum-cover.ts'
import { supervision } from '../rules/supervision.ts'
import { urgentDays } from './urgent-need.ts'

/** Rules about who is present, which can be checked without planning again. */
const PRESENCE = [dutyDoctor, minimumCover, supervision, enhancedAccess]

/** Smaller differences are rounding. */
const NOTICED = { contacts: 0.5, sessions: 0.05 } as const

/** Worst first. `onStep` is called for each person. */
export async function absenceEffects(
  problem: Problem,
  rota: Rota,
  means: { engine: Engine; onStep?: (name: string, place: { step: number; of: number }) => void },
): Promise<AbsenceEffect[]> {
  const before = await standing(problem, rota, means.engine)
  const effects: AbsenceEffect[] = []
  const sessionsOf = (id: string) => rota.assignments.filter((a) => a.person === id).length
  const working = problem.people.filter(({ id }) => sessionsOf(id) > 0)
  for (const [n, { id, name }] of working.entries()) {
    const sessions = sessionsOf(id)
    means.onStep?.(name, { step: n + 1, of: working.length })
    const without = { ...rota, assignments: rota.assignments.filter((a) => a.person !== id) }
    const after = await standing(problem, without, means.engine)
    const urgent = Math.max(0, after.urgent - before.urgent)
    const safety = Math.max(0, after.safety - before.safety)
    const breaks = urgent > NOTICED.contacts || safety > NOTICED.sessions
    effects.push({ person: id, name, sessions, urgent, safety, breaks, sentence: sentenceOf(name, urgent, safety) })
  }
  return effects.sort((a, b) => b.safety - a.safety || b.urgent - a.urgent)
}

async function standing(problem: Problem, rota: Rota, engine: Engine): Promise<{ urgent: number; safety: number }> {
  const days = await urgentDays(problem, { arrivals: problem.arrivals, assignments: rota.assignments }, engine)
  const rules = PRESENCE.filter((rule) => isInForce(rule, problem))
  const safety = levelValues(judge({ ...rota, clinics: [] }, problem, rules)).get('safety') ?? 0
  return { urgent: days.reduce((sum, { missed }) => sum + missed, 0), safety }
}

function sentenceOf(name: string, urgent: number, safety: number): string {
  const parts = [
    ...(safety > NOTICED.sessions ? [`${tenths(safety)} sessions of duty, cover or supervision are missing`] : []),
    ...(urgent > NOTICED.contacts ? [`${Math.round(urgent)} urgent contacts are not met`] : []),
  ]
  if (parts.length === 0) return `Without ${name}, the others still meet urgent need and keep the week safe.`
  return `Without ${name}, ${parts.join(' and ')}.`
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
