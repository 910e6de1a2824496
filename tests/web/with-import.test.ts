/** The pages put an import into a record as the command does: both are tried with the same files. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ImportResult as Given } from '../../src/intake/imports/import-answer.ts'
import { mergedRecord } from '../../src/intake/imports/merged-record.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import type { Assignment, NetworkRecord as PageRecord } from '../../web/src/api.ts'
import { withRota } from '../../web/src/pages/week/files/with-rota.ts'
import { withCorrection, withRemembered } from '../../web/src/parts/import/corrections.ts'
import { type ImportResult, withImport } from '../../web/src/parts/import/with-import.ts'
import { ROOT } from '../source-files.ts'

const FERN: NetworkRecord = JSON.parse(readFileSync(`${ROOT}fixtures/records/fern-lane.json`, 'utf8'))
const MADE_UP: NetworkRecord = { ...FERN, synthetic: true, note: 'made up' }

const RESULTS: readonly (readonly [what: string, result: Given])[] = [
  [
    'a team',
    {
      people: [
        { id: 'bob', name: 'GP 2', role: 'gp-partner', home: 'fern', contract: { sessions: 5 }, works: ['mon-am'] },
        { id: 'cat', name: 'Nurse 1', role: 'practice-nurse', contract: { sessions: 3 } },
        { id: 'n001', name: 'New', role: 'hca', home: 'fern', contract: { sessions: 4 } },
      ],
    },
  ],
  [
    'leave',
    {
      leave: [
        { id: 'x', person: 'ann', from: '2026-12-07', to: '2026-12-08' },
        { id: 'y', person: 'bob', from: '2026-12-07', to: '2026-12-07', parts: ['pm'] },
      ],
    },
  ],
  [
    'figures and list sizes',
    {
      demand: {
        weekly: [{ site: 'fern', need: 'urgent', contacts: 80 }],
        byDay: [{ site: 'fern', need: 'urgent', shares: { mon: 2, tue: 1 } }],
      },
      sites: [{ id: 'fern', patients: 6100.4, adjustedPatients: 6000.6 }],
    },
  ],
]

describe.each(RESULTS)('%s', (_, result) => {
  it.each([FERN, MADE_UP])('is put into a record as by the command', (record) => {
    const twice = withImport(withImport(record as PageRecord, result as ImportResult), result as ImportResult)
    expect(twice).toEqual(mergedRecord(mergedRecord(record, result), result))
  })
})

it('what somebody can do is not lost to a file that does not say it', () => {
  const skilled = { ...FERN, people: FERN.people.map((person) => ({ ...person, skills: ['minor-surgery'] })) }
  const [, result] = RESULTS[0] ?? []
  const after = withImport(skilled as PageRecord, result as ImportResult)
  expect(after.people.find(({ id }) => id === 'bob')).toMatchObject({ skills: ['minor-surgery'], works: ['mon-am'] })
  expect(after.people.find(({ id }) => id === 'bob')?.patterns).toBeUndefined()
})

it('corrections are remembered, but not names of people', () => {
  const made = withCorrection(
    withCorrection([], { by: 'roles', word: 'np2' }, 'anp'),
    { by: 'people', word: 'jim' },
    'ann',
  )
  const record = withRemembered({ ...FERN, imports: { words: { hub: 'off' } } } as PageRecord, made)
  expect(record.imports).toEqual({ roles: { np2: 'anp' }, words: { hub: 'off' } })
  expect(withCorrection(made, { by: 'roles', word: 'np2' }, '').map(({ by }) => by)).toEqual(['people'])
})

it('a rota about some people, days and parts of the day leaves everything else as it is', () => {
  const at = (person: string, date: string, part: string, work: Assignment['work'] = 'clinic') => ({
    person,
    date,
    part,
    site: 'fern',
    work,
  })
  const board = [
    at('ann', '2026-12-07', 'am'),
    at('ann', '2026-12-07', 'evening'),
    at('bob', '2026-12-07', 'am'),
    at('ann', '2026-12-09', 'am'),
  ]
  const file = [at('ann', '2026-12-07', 'am', 'duty'), at('ann', '2026-12-08', 'am')]
  expect(withRota(board, file)).toEqual([board[1], board[2], board[3], ...file])
})
