import { expect, it } from 'vitest'
import type { WeekDocument } from '../../web/src/api.ts'
import { withoutUnasked } from '../../web/src/pages/week/session/without-unasked.ts'

const gp = { id: 'gp', title: 'GP', meets: {} }
const ash = { id: 'p1', name: 'Dr Ash', role: 'gp', home: 'a', contract: { sessions: 8 } }
const locum = { id: 'locum', name: 'A locum (GP)', role: 'locum', home: 'a', contract: { sessions: 0, flex: 1 } }
const BEFORE: WeekDocument = {
  ...{ format: 'rota/1', network: { ods: 'U1', name: 'A network' }, week: { from: '2026-11-30' } },
  ...{ parts: [], sites: [], needs: [], roles: [gp], people: [ash], demand: [] },
}
const away = { ...ash, away: [{ from: '2026-11-30', to: '2026-11-30' }] }
const ENTERED = { ...BEFORE, roles: [gp, { ...gp, id: 'locum' }], people: [away, locum] }
const CLINIC = { date: '2026-11-30', part: 'am', site: 'a', work: 'clinic' as const }

it('a locum whom nobody booked is not in the week, and whoever is away is', () => {
  expect(withoutUnasked(ENTERED, BEFORE, [])).toEqual({ ...BEFORE, people: [away] })
})

it('a locum who is booked is in the week, with the role', () => {
  expect(withoutUnasked(ENTERED, BEFORE, [{ ...CLINIC, person: 'locum' }])).toEqual(ENTERED)
})
