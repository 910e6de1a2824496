/** What is put into a record or onto the board from a file. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ImportResult } from '../../src/intake/imports/import-answer.ts'
import { mergedRecord } from '../../src/intake/imports/merged-record.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import type { Assignment, NetworkRecord as PageRecord } from '../../web/src/api.ts'
import { withRota } from '../../web/src/pages/week/files/with-rota.ts'
import { withCorrection, withRemembered } from '../../web/src/parts/import/corrections.ts'
import { ROOT } from '../source-files.ts'

const FERN: NetworkRecord = JSON.parse(readFileSync(`${ROOT}fixtures/records/fern-lane.json`, 'utf8'))

const TEAM: ImportResult = {
  people: [
    { id: 'bob', name: 'GP 2', role: 'gp-partner', home: 'fern', contract: { sessions: 5 }, works: ['mon-am'] },
    { id: 'cat', name: 'Nurse 1', role: 'practice-nurse', contract: { sessions: 3 } },
    { id: 'n001', name: 'New', role: 'hca', home: 'fern', contract: { sessions: 4 } },
  ],
}
const LEAVE: ImportResult = {
  leave: [
    { id: 'x', person: 'ann', from: '2026-12-07', to: '2026-12-08' },
    { id: 'y', person: 'bob', from: '2026-12-07', to: '2026-12-07', parts: ['pm'] },
  ],
}
const FIGURES: ImportResult = {
  demand: {
    weekly: [{ site: 'fern', need: 'urgent', contacts: 80 }],
    byDay: [{ site: 'fern', need: 'urgent', shares: { mon: 2, tue: 1 } }],
  },
  sites: [{ id: 'fern', patients: 6100.4, adjustedPatients: 6000.6 }],
}

describe.each([
  ['a team', TEAM],
  ['leave', LEAVE],
  ['figures and list sizes', FIGURES],
])('%s', (_, result) => {
  it('put in twice is there once', () => {
    const once = mergedRecord(FERN, result)
    expect(mergedRecord(once, result)).toEqual(once)
  })
})

it('a team takes the place of people who are made up, and joins people who are not', () => {
  const ids = (record: NetworkRecord) => mergedRecord(record, TEAM).people.map(({ id }) => id)
  expect(ids({ ...FERN, synthetic: true, note: 'made up' })).toEqual(['bob', 'cat', 'n001'])
  expect(ids(FERN)).toEqual([
    ...FERN.people.map(({ id }) => id).filter((id) => id !== 'bob' && id !== 'cat'),
    'bob',
    'cat',
    'n001',
  ])
})

it('leave that is granted already is not granted again, and gets ids of its own', () => {
  const before = FERN.leave ?? []
  const after = mergedRecord(FERN, LEAVE).leave ?? []
  expect(after.slice(0, before.length)).toEqual(before)
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
  expect(after.length).toBeGreaterThan(before.length)
})

it('figures take the place of those of the same site and need; patients are whole', () => {
  const { demand, sites } = mergedRecord(FERN, FIGURES)
  expect(demand?.weekly?.filter(({ site, need }) => site === 'fern' && need === 'urgent')).toEqual([
    { site: 'fern', need: 'urgent', contacts: 80 },
  ])
  expect(sites.find(({ id }) => id === 'fern')).toMatchObject({ patients: 6100, adjustedPatients: 6001 })
})

it('what somebody can do is not lost to a file that does not say it', () => {
  const skilled = { ...FERN, people: FERN.people.map((person) => ({ ...person, skills: ['minor-surgery'] })) }
  const after = mergedRecord(skilled, TEAM)
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
