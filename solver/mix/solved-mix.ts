/** Solves a staffing mix and reports it in figures. */
import type { Solved } from '../../src/comparison.ts'
import type { Problem } from '../../src/problem.ts'
import type { Engine } from '../engines/engine.ts'
import { UNITS } from '../facts/level-units.ts'
import { costOf } from '../report/cost.ts'
import { serviceOf } from '../report/service.ts'
import type { DayWeek } from './day-week.ts'
import { figuresOf, type Worked } from './figures.ts'
import { type MixModel, mixModelOf } from './mix-model.ts'
import { type MixAnswer, OpenMix } from './mix-solve.ts'

/** One scenario's mix. Infeasible only if no rota exists either. */
export async function solvedMix(name: string, problem: Problem, engine: Engine): Promise<Solved> {
  const mix = mixModelOf(problem)
  const open = new OpenMix(mix, engine)
  try {
    const answer = await open.solve()
    if (answer === null) {
      const sentence = 'No staffing of this week keeps the rules without exception.'
      return { name, status: 'impossible', sentence, levels: [], figures: [] }
    }
    const levels = answer.levels.map((level) => ({ ...level, unit: UNITS[level.level] }))
    return { name, status: 'optimal', levels, figures: mixFigures(mix, open, answer) }
  } finally {
    open.close()
  }
}

function mixFigures({ week, draft }: MixModel, open: OpenMix, { point }: MixAnswer): Solved['figures'] {
  const { problem, fine } = week
  const value = open.reading(point)
  const clinics = open.clinics(point)
  const worked = draft.placements.map(({ column, role, site, work }): Worked => {
    const sessions = value(column)
    return { role, site, sessions, inRooms: work === 'visits' ? 0 : sessions }
  })
  const remote = draft.remoteColumns.reduce((sum, column) => sum + value(column), 0)
  return figuresOf({
    problem,
    clinics,
    service: serviceOf(problem, clinics),
    cost: costOf(fine, []),
    worked: [...worked, { role: '', site: '', sessions: 0, inRooms: -remote }],
    roomSessions: roomSessionsOf(week),
    sitesEach: null,
  })
}

function roomSessionsOf({ fine }: Pick<DayWeek, 'fine'>): number {
  return fine.sites.reduce((sum, { rooms, open }) => sum + rooms * open.filter(Boolean).length, 0)
}
