/** A week in which somebody is ill, from its document, as the service does it. */
import type { Arrived } from '../../api/desk/asked-week.ts'
import { cover } from '../../api/desk/covering.ts'
import { judge, levelValues } from '../../solver/check/judge.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { LEVELS } from '../../src/breach.ts'
import type { CoverReport } from '../../src/cover-answer.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'

export const read = (document: unknown): Problem => readDocument(document, ruleBook())

export function covered(sent: Record<string, unknown>, now: Arrived['now'] = '2026-11-27') {
  return cover({ sent, now }, read)
}

/** Levels of an answer from its JSON alone: the document that came with it, and the rota, read and judged again. */
export function judgedAgain(document: unknown, { rota }: Pick<CoverReport, 'rota'>): Map<string, number> {
  const [week, again] = [JSON.parse(JSON.stringify(document)), JSON.parse(JSON.stringify(rota))]
  const problem = read(week)
  const values = levelValues(judge(readRota(again, problem), problem))
  return new Map(LEVELS.map((level) => [level, Math.round((values.get(level) ?? 0) * 1e6) / 1e6]))
}
