/**
 * What each file in fixtures/layouts says, written down by hand from the script that makes it, before any of our readers saw it. Sessions
 * are "person date part work", or without a part for both halves; leave is "person from to part".
 */
import type { ImportKind } from '../../../../src/intake/imports/import-answer.ts'
import type { ImportOptions } from '../../../../src/intake/imports/import-context.ts'

export interface Layout {
  readonly file: string
  readonly as: ImportKind
  readonly given?: Partial<ImportOptions>
  readonly sessions?: readonly string[]
  readonly leave?: readonly string[]
  readonly people?: readonly string[]
  readonly contacts?: number
  /** "cell: detail (maybe)" of every problem, or of the first ones. */
  readonly problems?: readonly string[]
}

const UNCLEAR = 'It is not clear what this means.'

export const LAYOUTS: readonly Layout[] = [
  {
    file: '01-posts-and-holders.xlsx',
    as: 'rota',
    sessions: [
      ...['ann-lee 2026-11-30 am clinic', 'bob-ray 2026-11-30 clinic'],
      'ann-lee 2026-12-01 clinic',
      ...['ann-lee 2026-12-02 duty', 'bob-ray 2026-12-02 clinic', 'cat-fox 2026-12-02 am clinic'],
      ...['bob-ray 2026-12-03 duty', 'cat-fox 2026-12-03 pm clinic'],
      ...['ann-lee 2026-12-04 clinic', 'bob-ray 2026-12-04 visits'],
    ],
  },
  {
    file: '02-month-of-people-and-days.xlsx',
    as: 'leave',
    leave: [
      ...['ann-lee 2026-08-24 2026-08-25', 'ann-lee 2026-08-31 2026-08-31'],
      'bob-ray 2026-08-28 2026-08-28',
      ...['cat-fox 2026-08-25 2026-08-27', 'cat-fox 2026-08-31 2026-08-31'],
    ],
  },
  {
    file: '03-rolling-pattern.xlsx',
    as: 'team',
    problems: ['A4: These rows are weeks of a rolling pattern, not people.'],
  },
  {
    file: '04-halves-in-cells.xlsx',
    as: 'rota',
    problems: [`D4: ${UNCLEAR} (ward)`, `F6: ${UNCLEAR}`],
  },
  {
    file: '04-halves-in-cells.xlsx',
    as: 'rota',
    given: { mapping: { words: { wadr: 'clinic', 'clinic, teaching': 'clinic' } } },
    sessions: [
      ...[
        'ann-lee 2026-11-30 clinic',
        'cat-fox 2026-11-30 clinic',
        'dan-moss 2026-11-30 am duty',
        'dan-moss 2026-11-30 pm admin',
      ],
      ...['bob-ray 2026-12-01 clinic', 'dan-moss 2026-12-01 clinic'],
      ...['ann-lee 2026-12-02 pm clinic', 'bob-ray 2026-12-02 duty'],
      ...[
        'ann-lee 2026-12-03 am visits',
        'ann-lee 2026-12-03 pm clinic',
        'bob-ray 2026-12-03 clinic',
        'cat-fox 2026-12-03 am clinic',
        'dan-moss 2026-12-03 clinic',
      ],
      ...['ann-lee 2026-12-04 clinic', 'dan-moss 2026-12-04 duty'],
    ],
  },
  {
    file: '05-year-wrong-after-new-year.xlsx',
    as: 'rota',
    problems: [
      'F1: The dates jump back by a year here. (2027-01-01, and so on for the dates that follow)',
      'A3: Two people seem to share this name cell.',
      `C2: ${UNCLEAR}`,
    ],
  },
  {
    file: '06-leave-as-free-text.xlsx',
    as: 'leave',
    problems: [
      ...[
        'B3: It is not said which half of 2026-10-02 is meant.',
        'B3: It is not said which half of 2026-10-05 is meant.',
      ],
      ...['B4: Question marks say that this isn’t certain.', 'B5: There is no such day.'],
    ],
  },
  {
    file: '06-leave-as-free-text.xlsx',
    as: 'rota',
    sessions: ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']
      .flatMap((date) => [`ann-lee ${date} clinic`, `bob-ray ${date} duty`])
      .concat(
        ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'].map((date) => `cat-fox ${date} clinic`),
      ),
  },
  {
    file: '07-many-sheets.xlsx',
    as: 'rota',
    sessions: [
      ...['ann-lee 2026-08-07 clinic', 'bob-ray 2026-08-08 duty', 'ann-lee 2026-08-31 am clinic'],
      ...['ann-lee 2026-10-01 duty', 'bob-ray 2026-10-01 clinic'],
    ],
  },
  { file: '08-formula-dates.xlsx', as: 'rota', problems: ['F2: This formula has no value.'] },
  {
    file: '08-formula-dates.xlsx',
    as: 'rota',
    given: { mapping: { words: { '#ref!': 'off' } } },
    sessions: [
      ...['ann-lee', 'bob-ray', 'cat-fox'].map((person) => `${person} 2026-11-30 training`),
      ...['ann-lee 2026-12-01 clinic', 'ann-lee 2026-12-03 duty', 'ann-lee 2026-12-05 clinic'],
      ...['bob-ray 2026-12-02 clinic', 'bob-ray 2026-12-03 am clinic', 'bob-ray 2026-12-04 pm clinic'],
      ...['cat-fox 2026-12-01 clinic', 'cat-fox 2026-12-02 clinic', 'cat-fox 2026-12-03 clinic'],
    ],
  },
  { file: '09-linked-tables.xlsx', as: 'team', problems: [': No list of people and no grid of days was found.'] },
  { file: '09-linked-tables.xlsx', as: 'rota', problems: [': No grid with dates was found.'] },
  {
    file: '10-names-by-role.xls',
    as: 'rota',
    sessions: [
      ...['james 2026-11-30 am duty', 'william 2026-11-30 pm duty', 'rebecca 2026-11-30 visits'],
      ...['james 2026-12-01 duty', 'william 2026-12-01 visits'],
      ...['rebecca 2026-12-02 duty', 'james 2026-12-02 visits'],
      ...['william 2026-12-03 duty', 'rebecca 2026-12-03 visits'],
      ...['william 2026-12-04 duty', 'james 2026-12-04 visits'],
    ],
  },
  {
    file: '11a-semicolons-latin1-us-dates.csv',
    as: 'leave',
    leave: ['zoe-ray 2026-12-21 2026-12-24', 'ann-lee 2027-01-04 2027-01-05'],
  },
  { file: '11b-bom-crlf.csv', as: 'team', people: ['Ann Lee, anp, 6', 'Bob Ray, pharmacist, 8'] },
  {
    file: '11c-weeks-stacked.csv',
    as: 'rota',
    sessions: [
      ...[
        'ann-lee 2027-03-29 clinic',
        'ann-lee 2027-03-30 am clinic',
        'bob-ray 2027-03-29 duty',
        'bob-ray 2027-03-30 clinic',
      ],
      ...['ann-lee 2027-04-05 pm clinic', 'bob-ray 2027-04-05 clinic', 'bob-ray 2027-04-06 duty'],
    ],
  },
  { file: '11d-three-record-types.csv', as: 'team', problems: [': No list of people and no grid of days was found.'] },
  { file: '11e-no-labels.csv', as: 'team', problems: [': No list of people and no grid of days was found.'] },
  { file: '11e-no-labels.csv', as: 'rota', problems: [': No grid with dates was found.'] },
  {
    file: '11f-codes-without-legend.csv',
    as: 'rota',
    problems: ['B2', 'C2', 'B3', 'C3', 'D3'].map((cell) => `${cell}: ${UNCLEAR}`),
  },
  { file: '12-preference-scores.xlsx', as: 'team', problems: [': No list of people and no grid of days was found.'] },
  { file: '13a-appointment-book.xlsx', as: 'demand', contacts: 419 + 16 * 18 + 20 * 25 },
  { file: '13b-slots-by-type.xlsx', as: 'demand', problems: [': No counts by date were found.'] },
  {
    file: '14a-team-leave.ics',
    as: 'leave',
    leave: [
      ...['ann-lee 2026-12-21 2026-12-24', 'bob-ray 2026-12-28 2026-12-28', 'cat-fox 2026-12-02 2026-12-02 pm'],
      ...['dan-moss 2027-01-12 2027-01-12', 'dan-moss 2027-01-27 2027-01-27'],
    ],
  },
  { file: '14b-shifts.ics', as: 'leave', problems: [': The title of this event names nobody.'] },
  { file: '14b-shifts.ics', as: 'rota', problems: [': A calendar cannot be imported as a rota.'] },
]
