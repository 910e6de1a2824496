/** A rota's report converted to the figures of a staffing mix. */
import type { Solved } from '../../src/comparison.ts'
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Report } from '../../src/report.ts'
import { meetsNeeds, type Rota } from '../../src/rota.ts'
import { figuresOf, type Worked } from './figures.ts'

export function solvedRota(
  name: string,
  { problem, report, rota }: { problem: Problem; report: Report; rota: Rota },
): Solved {
  const { status } = report
  if (status === 'impossible' || status === 'no-rota') {
    const sentence = report.clash?.sentences[0] ?? 'Time ended before there was a rota.'
    return { name, status, sentence, levels: [], figures: [] }
  }
  const levels = report.levels.map(({ level, unit, value, bound }) => ({ level, unit, value, bound }))
  const worked = rota.assignments
    .filter(({ work }) => meetsNeeds(work))
    .map(({ person, site, work, remote }): Worked => {
      const role = problem.personById.get(person)?.role ?? ''
      return { role, site, sessions: 1, inRooms: work === 'visits' || remote ? 0 : 1 }
    })
  const byPerson = grouped(rota.assignments, ({ person }) => person)
  const sites = byPerson.reduce((sum, own) => sum + new Set(own.map(({ site }) => site)).size, 0)
  const figures = figuresOf({
    problem,
    clinics: rota.clinics,
    service: report.service,
    cost: report.cost,
    worked,
    roomSessions: problem.sites.reduce((sum, { rooms, open }) => sum + rooms * open.filter(Boolean).length, 0),
    sitesEach: byPerson.length === 0 ? null : sites / byPerson.length,
  })
  return { name, status, levels, figures }
}
