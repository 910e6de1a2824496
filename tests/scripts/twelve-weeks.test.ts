/** The recount of weeks that hand over to each other: it agrees with the program, and finds what is wrong on purpose. */
import { beforeAll, describe, expect, it } from 'vitest'
import { historyFlaws, sharesOf, unevenness, type Week, waitingFlaws } from '../../scripts/twelve-weeks/recount.ts'
import { makeReport } from '../../solver/report/report.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import { type PublishedRota, readPublished } from '../../src/intake/record/past.ts'
import { addDays } from '../../src/time.ts'
import { problemOf, rotaOf } from '../solved-week.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'

const WEEK = '2026-12-14'
let weeks: Week[]

/** Four weeks across Christmas, with somebody who joins and somebody who leaves. */
beforeAll(async () => {
  const [ann, bob, ...others] = smallRecord().people
  if (ann === undefined || bob === undefined) throw new Error('nobody in the record')
  const people = [
    ann,
    { ...bob, until: '2026-12-22' },
    ...others,
    { ...bob, id: 'eve', name: 'Eve', from: '2026-12-29' },
  ]
  const record = smallRecord({ people })
  const past: PublishedRota[] = []
  weeks = []
  for (const n of [0, 1, 2, 3]) {
    const document = drawWeek(record, { from: addDays(WEEK, 7 * n), past, atlas: readAtlas() })
    const problem = problemOf(document)
    const report = makeReport(problem, await rotaOf(problem), { documentHash: '', rulesVersion: '0', findings: [] })
    const rota = JSON.parse(JSON.stringify(report))
    past.push(readPublished(rota))
    weeks.push(JSON.parse(JSON.stringify({ document, rota })))
  }
}, 120_000)

describe('four weeks', () => {
  it('lose nothing and count nothing twice, by a recount that shares no code with the program', () => {
    expect(weeks.flatMap(({ document }) => document.history ?? []).length).toBeGreaterThan(8)
    expect([...historyFlaws(weeks), ...waitingFlaws(weeks)]).toEqual([])
  })

  it('with a session more in the history, or a patient more on the list, are found out', () => {
    const wrong: Week[] = structuredClone(weeks)
    const [, second] = wrong
    const row = second?.document.history?.[0]
    const waiting = second?.document.backlog?.[0]
    if (row === undefined || waiting === undefined) throw new Error('nothing is carried over')
    Object.assign(row, { mondays: Number(row.mondays) + 1 })
    Object.assign(waiting, { contacts: waiting.contacts + 1 })
    expect(historyFlaws(wrong)).toEqual([expect.stringMatching(/^2026-12-21, ann: mondays \d+, recounted \d+$/)])
    expect(waitingFlaws(wrong)).toContainEqual(
      expect.stringMatching(/^2026-12-21, alder routine: .* on the list, recounted /),
    )
  })

  it('have a figure for how unevenly each kind was shared', () => {
    const kinds = unevenness(weeks).map(({ kind, mean, most }) => [kind, mean <= most])
    expect(kinds).toEqual(['mondays', 'fridays', 'duties', 'evenings', 'saturdays'].map((kind) => [kind, true]))
  })

  it('have shares, person by person, that add up to what there was within each role', () => {
    const shares = sharesOf(weeks, 'mondays')
    expect(shares.length).toBeGreaterThan(1)
    for (const role of new Set(shares.map((one) => one.role))) {
      const peers = shares.filter((one) => one.role === role)
      const [count, share] = (['count', 'share'] as const).map((of) => peers.reduce((sum, one) => sum + one[of], 0))
      expect(share).toBeCloseTo(count ?? 0, 9)
    }
  })
})
