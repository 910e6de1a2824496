/** A finished report of the small week, as the terminal gets it. */
import { makeReport } from '../../solver/report.ts'
import type { Problem } from '../../src/problem.ts'
import type { LevelReport, Report } from '../../src/report.ts'
import { arrive, arriveAtB, clinic, MON_AM, SAT_AM, smallWeek, TUE_AM, works } from '../report/small-week.ts'

export const LEVELS: readonly LevelReport[] = [
  { level: 'urgent', value: 2, bound: 1.98, gap: 0.0066, seconds: 1, unit: 'contacts late', floor: 1 },
  { level: 'service', value: 4, bound: 4, gap: 0, seconds: 1, unit: 'contacts late', floor: 1 },
]

export function sampleWeek(): Problem {
  const arrivals = [arrive('urgent', MON_AM, 20), arriveAtB('urgent', TUE_AM, 12), arrive('msk', TUE_AM, 9)]
  return smallWeek({ note: 'The people are synthetic.', arrivals })
}

export function sampleReport(change: Partial<Report> = {}): Report {
  const rota = {
    assignments: [
      works('gp-1', MON_AM, { work: 'duty' }),
      works('gp-2', MON_AM, { site: 'B' }),
      works('physio-1', TUE_AM, { remote: true }),
      works('gp-2', TUE_AM, { site: 'B', work: 'duty' }),
      works('gp-1', SAT_AM),
    ],
    clinics: [
      clinic('urgent', MON_AM, 18),
      clinic('urgent', TUE_AM, 12, { patientsOf: 'B', site: 'B' }),
      clinic('msk', TUE_AM, 5),
    ],
  }
  const finding = { rule: 'duty-doctor', level: 'safety' as const, amount: 1, people: [] }
  const sentence = 'Alder Road has no duty doctor on Thursday afternoon.'
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
  const notes = { documentHash: 'sha256:abcdef0123456789', rulesVersion: '1', findings: [{ ...finding, sentence }] }
  return { ...makeReport(sampleWeek(), outcome, notes), ...change }
}
