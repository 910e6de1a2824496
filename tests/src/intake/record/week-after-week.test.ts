/** Weeks planned one after the other: each is solved, published, and read by the next. */
import { describe, expect, it } from 'vitest'
import { makeReport } from '../../../../solver/report/report.ts'
import { ruleBook } from '../../../../solver/rules/index.ts'
import { readDocument } from '../../../../src/intake/assemble.ts'
import { readAtlas } from '../../../../src/intake/atlas.ts'
import { drawWeek } from '../../../../src/intake/record/draw-week.ts'
import { type PublishedRota, readPublished } from '../../../../src/intake/record/past.ts'
import type { RotaDocument } from '../../../../src/intake/rota-document.ts'
import type { Report } from '../../../../src/report.ts'
import { addDays, daysBetween } from '../../../../src/time.ts'
import { rotaOf } from '../../../solved-week.ts'
import { smallRecord } from './small-record.ts'

const WEEK = '2026-11-30'
const atlas = readAtlas()

async function planned(document: RotaDocument): Promise<Report> {
  const problem = readDocument(document, ruleBook())
  const outcome = await rotaOf(problem)
  return makeReport(problem, outcome, { documentHash: 'sha256:0', rulesVersion: '0', findings: [] })
}

describe('three weeks, each drawn from the ones before', () => {
  it('lose nobody and count nobody twice', async () => {
    const past: PublishedRota[] = []
    const weeks: { document: RotaDocument; report: Report }[] = []
    for (const from of [0, 7, 14].map((days) => addDays(WEEK, days))) {
      const document = drawWeek(smallRecord(), { from, past, atlas })
      const report = await planned(document)
      past.push(readPublished(JSON.parse(JSON.stringify(report))))
      weeks.push({ document, report })
    }
    for (const [n, { document }] of weeks.entries()) {
      const before = weeks[n - 1]
      if (before === undefined) continue
      // Waiting lists, recounted from the clinics of the week before and nothing else.
      const routine = (rows: readonly { need: string; contacts: number }[] = []) =>
        rows.filter(({ need }) => need === 'routine').reduce((sum, { contacts }) => sum + contacts, 0)
      const returned = before.report.clinics
        .filter(({ role, need }) => role === 'nurse' && need === 'routine')
        .reduce((sum, { contacts }) => sum + 0.1 * contacts, 0)
      const left =
        routine(before.document.backlog) + routine(before.document.demand) + returned - routine(before.report.clinics)
      expect(routine(document.backlog)).toBeCloseTo(left, 0)
      expect(Math.abs(routine(document.backlog) - left)).toBeLessThan(0.2)
      // History, recounted from the assignments of all weeks before.
      const assignments = weeks.slice(0, n).flatMap(({ report }) => report.assignments)
      for (const { person, sessions, mondays } of document.history ?? []) {
        const own = assignments.filter((row) => row.person === person)
        expect(sessions).toBe(own.length)
        const burden = own.filter(
          ({ date, work }) => daysBetween(WEEK, date) % 7 === 0 && work !== 'training' && work !== 'admin',
        )
        expect(mondays).toBe(burden.length)
      }
      expect(document.before?.length).toBe(
        assignments.filter(({ date }) => daysBetween(date, document.week.from) <= 14).length,
      )
    }
  })
})
