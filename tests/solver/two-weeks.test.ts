/** What runs on from one week into the next: who waits, and who has had enough Saturdays. */
import { describe, expect, it } from 'vitest'
import { fortnight, LONG_WEEK, rotaFor } from '../rules/played.ts'

const saturdays = LONG_WEEK.filter((part) => part.id === 'am' || part.id === 'sat-am')
/** Nothing is due: whoever comes in does it because a GP has to be there on Saturday. */
const asked = { contract: { sessions: 0, flex: 1 } }
const onlyGps = { g1: asked, g2: asked, r1: { contract: { sessions: 0 } }, n1: { contract: { sessions: 0 } } }
const rules = { 'enhanced-access': { minutesPerThousand: 0 }, 'duty-doctor': false, 'minimum-cover': false }

describe('over two weeks', () => {
  it('whoever waits at the end of the first is met in the second', async () => {
    const bloods = [{ site: 'alder', need: 'bloods', date: '2026-12-04', part: 'pm', contacts: 24 }]
    const needs = { bloods: { within: '14d' } }
    const people = { n1: { contract: { sessions: 1 } } }
    const rota = await rotaFor(fortnight({ demand: bloods, needs, people, rules: { 'minimum-cover': false } }))
    const met = [0, 1].map((w) =>
      rota.clinics.filter((c) => Math.floor(c.session / 4) === w).reduce((sum, c) => sum + c.contacts, 0),
    )
    expect(met).toEqual([expect.closeTo(12), expect.closeTo(12)])
  })

  it('one doctor takes the first Saturday and another the second', async () => {
    // Continuity would rather see the same doctor again.
    const alike = { ...rules, 'fair-shares': { allowance: 0 }, continuity: false }
    const both = { parts: saturdays, demand: [], people: onlyGps, rules: alike }
    const rota = await rotaFor(fortnight(both))
    expect(rota.assignments.map((a) => a.person).sort()).toEqual(['g1', 'g2'])
  })

  it('and both fall to the one who has had none, where the other has had many', async () => {
    const history = [
      { person: 'g1', sessions: 40, saturdays: 5 },
      { person: 'g2', sessions: 40, saturdays: 0 },
    ]
    const rota = await rotaFor(fortnight({ parts: saturdays, demand: [], people: onlyGps, rules, history }))
    expect(rota.assignments.map((a) => a.person)).toEqual(['g2', 'g2'])
  })
})
