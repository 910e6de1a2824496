/** Every real file: read with the right totals, or rejected with what to do. Where the files aren't present, there is nothing to read. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ImportKind } from '../../../../src/intake/imports/import-answer.ts'
import type { ImportOptions } from '../../../../src/intake/imports/import-context.ts'
import { importFile, likelyKind } from '../../../../src/intake/imports/import-file.ts'
import { sharedFile } from '../../../shared-folder.ts'
import { testContext } from './import-context.ts'

interface Expected {
  readonly file: string
  readonly as: ImportKind
  readonly given?: Partial<ImportOptions>
  readonly counts?: Readonly<Record<string, number>>
  /** The first problem, for a file that is rejected. */
  readonly rejected?: string
}

const FILES: readonly Expected[] = [
  {
    file: 'gpad/Regional_CSV_Dorset.csv',
    as: 'demand',
    counts: { rows: 5638, appointments: 10_950_780, practices: 0 },
  },
  {
    file: 'files/P01-gpad-regional-ccg-2019-2021-cornwall.csv',
    as: 'demand',
    counts: { rows: 707, appointments: 874_588, practices: 0 },
  },
  { file: 'files/P03-cloud-telephony-feb-2026.xlsx', as: 'demand', counts: { practices: 154, calls: 965_852 } },
  {
    file: 'files/P06-online-consultations-feb-2026.xlsx',
    as: 'demand',
    counts: { practices: 208, 'online requests': 175_197 },
  },
  { file: 'files/P07-gp-list-size-2026-03.csv', as: 'demand', counts: { practices: 279, patients: 2_531_968 } },
  {
    file: 'files/P09-epraccur-no-header-2019.csv',
    as: 'demand',
    rejected: 'This is a list of practices’ addresses without headings, from the Organisation Data Service.',
  },
  {
    file: 'files/P10-epcn-apr-2020.xlsx',
    as: 'demand',
    rejected: 'This is a list of primary care networks and their practices.',
  },
  {
    file: 'files/P11-payments-to-practices-2022-23-bom.csv',
    as: 'demand',
    counts: { practices: 200, patients: 1_766_769.75 },
  },
  {
    file: 'files/P12-gp-workforce-csv-definitions.xlsx',
    as: 'demand',
    rejected: 'This explains the columns of the workforce file and has no figures.',
  },
  {
    file: 'files/P13-gpad-coverage-sub-icb-2023-2025.csv',
    as: 'demand',
    rejected: 'This is the coverage of the appointment figures, not the figures.',
  },
  {
    file: 'files/R14-months-stacked-day-numbers-swaps.xlsx',
    as: 'rota',
    rejected: 'Days are only numbers under the name of a month, without a year.',
  },
  { file: 'files/R16-oncall-two-columns.csv', as: 'rota', counts: { assignments: 60, people: 3 } },
  {
    file: 'files/R20-availability-weekdays-hours.csv',
    as: 'team',
    rejected: 'The file does not say what role they have.',
  },
  {
    file: 'files/R20-availability-weekdays-hours.csv',
    as: 'team',
    given: { role: 'hca' },
    counts: { people: 98, sessions: 690 },
  },
  {
    file: 'files/C04-govuk-bank-holidays-2012-2017.ics',
    as: 'leave',
    given: { today: '2015-05-05' },
    rejected: 'None of these events is leave.',
  },
  {
    file: 'files/C05-google-weekly-exdate.ics',
    as: 'leave',
    given: { today: '2020-11-10' },
    rejected: 'No event takes half an hour or more of a working half-day from 2020-08-12 to 2022-05-14.',
  },
  {
    file: 'files/C07-davx5-exdate.ics',
    as: 'leave',
    given: { today: '2020-01-10' },
    rejected: 'The title of this event names nobody.',
  },
  {
    file: 'files/C08-thunderbird-changed-occurrence.ics',
    as: 'leave',
    given: { today: '2025-03-10' },
    rejected: 'The title of this event names nobody.',
  },
  {
    file: 'files/C10-exchange-blank-tzid-attendees.ics',
    as: 'leave',
    given: { today: '2015-08-01' },
    rejected: 'The title of this event names nobody.',
  },
]

/** `Regional_CSV_Dorset.csv`, added up by the last field of each line, with no reader of ours. */
function totalOf(text: string): number {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .reduce((sum, line) => sum + Number(line.trim().split(',').at(-1)), 0)
}

const present = FILES.flatMap((one) => {
  const path = sharedFile(`data/${one.file}`)
  return path === null ? [] : [{ ...one, path }]
})

describe('real files', () => {
  it('are found all or none', () => {
    expect([0, FILES.length]).toContain(present.length)
  })

  it('are read, or rejected with what to do', () => {
    for (const { path, file, as, given, counts, rejected } of present) {
      const bytes = readFileSync(path)
      const { understood, problems, result } = importFile(bytes, as, testContext(given))
      expect({ file, counts: understood?.counts, problem: problems[0]?.detail }).toEqual({
        file,
        counts: counts ?? understood?.counts,
        problem: rejected,
      })
      expect(
        problems.every(({ maybe }) => maybe !== undefined),
        file,
      ).toBe(true)
      expect(result === undefined, file).toBe(problems.length > 0)
      expect({ file, as: likelyKind(bytes, testContext(given)) }).toEqual({ file, as })
    }
  })

  it('Dorset’s totals equal the file’s', () => {
    for (const { path } of present.filter(({ file }) => file.includes('Dorset'))) {
      const { result } = importFile(readFileSync(path), 'demand', testContext())
      const total = totalOf(readFileSync(path, 'utf8'))
      expect(result?.figures?.total).toBe(total)
      const sums = Object.values(result?.figures?.sums ?? {}).map((by) =>
        Object.values(by).reduce((sum, n) => sum + n, 0),
      )
      expect(sums).toEqual([total, total, total, total])
      expect(Object.keys(result?.figures?.sums['time from booking'] ?? {})).toContain('15 to 21 Days')
    }
  })
})
