import { describe, expect, it } from 'vitest'
import { readAtlas } from '../../../../src/intake/atlas.ts'
import { drawWeek } from '../../../../src/intake/record/draw-week.ts'
import { readPublished } from '../../../../src/intake/record/past.ts'
import type { NetworkRecord } from '../../../../src/intake/record-document.ts'
import { addDays } from '../../../../src/time.ts'
import { published } from './published.ts'
import { smallRecord } from './small-record.ts'

const WEEK = '2026-11-30'
const atlas = readAtlas()

function drawn(record: NetworkRecord, from = WEEK, past: readonly unknown[] = []) {
  return drawWeek(record, { from, past: past.map(readPublished), atlas })
}

describe('what was published before', () => {
  it('gives the days before, and the week itself where it has been published; people who have gone are left out', () => {
    const past = [
      published({ from: '2026-11-09', rows: [['ann', 0, 'am', 'clinic']] }),
      published({
        from: '2026-11-23',
        rows: [
          ['ann', 4, 'pm', 'clinic'],
          ['zoe', 4, 'pm', 'clinic'],
        ],
      }),
      published({ from: WEEK, rows: [['bob', 0, 'am', 'clinic']] }),
    ]
    const document = drawn(smallRecord(), WEEK, past)
    expect(document.before?.map(({ person, date }) => [person, date])).toEqual([['ann', '2026-11-27']])
    expect(document.published?.map(({ person, date }) => [person, date])).toEqual([['bob', WEEK]])
    expect(document.history?.map(({ person, sessions }) => [person, sessions])).toContainEqual(['ann', 2])
  })

  it('says nothing of the days before where none of them is published', () => {
    expect(drawn(smallRecord()).before).toBeUndefined()
    expect(drawn(smallRecord(), WEEK, [published({ from: '2026-11-02' })]).before).toBeUndefined()
  })

  it('is counted by kind as fair-shares counts, over the weeks that each was in post', () => {
    const past = ['2026-11-16', '2026-11-23'].map((from) =>
      published({
        from,
        rows: [
          ['ann', 0, 'am', 'duty'],
          ['ann', 0, 'pm', 'training'],
          ['ann', 4, 'pm', 'clinic'],
          ['bob', 0, 'am', 'clinic'],
          ['cat', 0, 'am', 'admin'],
        ],
      }),
    )
    const record = smallRecord()
    const people = record.people.map((person) => (person.id === 'cat' ? { ...person, from: '2026-11-23' } : person))
    const rows = drawn({ ...record, people }, WEEK, past).history ?? []
    const of = (person: string) => rows.find((row) => row.person === person)
    expect(of('ann')).toMatchObject({ sessions: 6, mondays: 2, fridays: 2, duties: 2, evenings: 0, weeks: 2 })
    expect(of('bob')).toMatchObject({ sessions: 2, mondays: 2, fridays: 0, weeks: 2 })
    expect(of('cat')).toMatchObject({ sessions: 1, mondays: 0, weeks: 1 })
    // Duties are shared within a practice: Cat is at the other one. In the first week Ann has 3 of 4 sessions of the two at hers.
    expect(of('ann')?.fair?.duties).toBeCloseTo(2 * 0.75, 5)
    expect(of('cat')?.fair?.duties).toBe(0)
    // Mondays of GPs: two a week, among those in post, by the sessions that each worked.
    expect(of('ann')?.fair?.mondays).toBeCloseTo(2 * (3 / 4) + 2 * (3 / 5), 5)
    expect(of('cat')?.fair?.mondays).toBeCloseTo(2 * (1 / 5), 5)
  })

  it('shares out exactly what was worked: fair shares of a kind add up to it, so nothing drifts', () => {
    const past = Array.from({ length: 14 }, (_, n) =>
      published({
        from: addDays(WEEK, -7 * (14 - n)),
        rows: [
          ['ann', n % 5, 'am', 'duty'],
          ['bob', 4, 'pm', 'clinic'],
          ['cat', 0, 'am', 'clinic'],
          ['dee', 4, 'am', 'clinic'],
        ],
      }),
    )
    const rows = drawn(smallRecord(), WEEK, past).history ?? []
    expect(rows.map(({ weeks }) => weeks)).toEqual([12, 12, 12, 12])
    for (const kind of ['mondays', 'fridays', 'duties', 'evenings', 'saturdays'] as const) {
      const worked = rows.reduce((total, row) => total + (row[kind] ?? 0), 0)
      const fair = rows.reduce((total, row) => total + (row.fair?.[kind] ?? 0), 0)
      expect(fair).toBeCloseTo(worked, 4)
    }
  })

  it('leaves whom it left waiting, by the days they have waited; and protected time still owed', () => {
    const waiting = [
      { site: 'alder', need: 'routine', asked: '2026-11-20', contacts: 2.5 },
      { site: 'alder', need: 'routine', asked: '2026-11-30', contacts: 1 },
      { site: 'gone', need: 'routine', asked: '2026-11-20', contacts: 9 },
    ]
    const people = [{ id: 'ann', protectedOwed: 0.5 }]
    const before = published({ from: '2026-11-23', more: { waiting, people } })
    const document = drawn(smallRecord(), WEEK, [before])
    expect(document.backlog).toEqual([
      { site: 'alder', need: 'routine', waitedDays: 10, contacts: 2.5 },
      { site: 'alder', need: 'routine', waitedDays: 0, contacts: 1 },
    ])
    expect(document.note).toBeUndefined()
    expect(document.history?.find(({ person }) => person === 'ann')?.protectedOwed).toBe(0.5)
  })

  it('is estimated, and said to be, where the week before is not published', () => {
    const earlier = published({ from: '2026-11-16', more: { waiting: [] } })
    for (const past of [[], [earlier]]) {
      const document = drawn(smallRecord(), WEEK, past)
      expect(document.note).toContain('Who waits already is an estimate')
      expect(document.backlog?.length).toBeGreaterThan(5)
    }
  })

  it('cannot be two rotas of one week', () => {
    const twice = [published({ from: '2026-11-23' }), published({ from: '2026-11-23' })]
    expect(() => drawn(smallRecord(), WEEK, twice)).toThrow(
      expect.objectContaining({
        complaints: [expect.objectContaining({ detail: 'Two of the earlier rotas are of the same week.' })],
      }),
    )
  })
})
