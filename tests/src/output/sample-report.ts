/** A finished report of the small week, as the terminal gets it. */
import { makeReport } from '../../../solver/report/report.ts'
import type { Problem } from '../../../src/problem.ts'
import type { LevelReport, Report } from '../../../src/report.ts'
import { arrive, arriveAtB, clinic, MON_AM, MON_PM, SAT_AM, smallWeek, TUE_AM, works } from '../../report/small-week.ts'

export const LEVELS: readonly LevelReport[] = [
  { level: 'urgent', value: 2, bound: 1.98, gap: 0.0066, seconds: 1, unit: 'contacts late', floor: 1 },
  { level: 'service', value: 4, bound: 4, gap: 0, seconds: 1, unit: 'contacts late', floor: 1 },
]

export function sampleWeek(): Problem {
  const arrivals = [arrive('urgent', MON_AM, 20), arriveAtB('urgent', TUE_AM, 7), arrive('msk', TUE_AM, 9)]
  return { ...smallWeek({ note: 'A week of two practices.', arrivals }), synthetic: true }
}

export function sampleReport(change: Partial<Report> = {}): Report {
  const rota = {
    assignments: [
      works('gp-1', MON_AM, { work: 'duty' }),
      works('gp-2', MON_AM, { site: 'B' }),
      works('gp-1', MON_PM, { work: 'duty' }),
      works('physio-1', TUE_AM, { remote: true }),
      works('gp-2', TUE_AM, { site: 'B', work: 'duty' }),
      works('gp-1', SAT_AM),
    ],
    clinics: [
      clinic('urgent', MON_AM, 5.5, { work: 'duty' }),
      clinic('urgent', MON_AM, 11, { site: 'B' }),
      clinic('urgent', MON_PM, 2, { work: 'duty' }),
      clinic('urgent', TUE_AM, 7, { patientsOf: 'B', site: 'B', work: 'duty' }),
      clinic('msk', TUE_AM, 5),
    ],
  }
  const at = { date: '2026-12-03', part: 'pm', site: 'A' }
  const finding = { rule: 'duty-doctor', level: 'safety' as const, amount: 1, people: [], ...at }
  const sentence = 'Alder Road has no duty doctor on Thursday afternoon.'
  const cause = 'gp-1 and gp-2 do not usually work then; nobody else may be on duty at Alder Road.'
  const outcome = {
    kind: 'rota' as const,
    status: 'within-gap' as const,
    rota,
    levels: LEVELS,
    audit: { agrees: true, rules: [] },
    size: { columns: 3958, wholeColumns: 1636, rows: 2780 },
    engine: { name: 'highs', version: '1.15.3', why: 'It proves.' },
    seconds: 4.2,
  }
  const notes = {
    documentHash: 'sha256:abcdef0123456789',
    rulesVersion: '1',
    findings: [{ ...finding, sentence, cause }],
  }
  return { ...makeReport(sampleWeek(), outcome, notes), ...change }
}
