import { expect, it } from 'vitest'
import type { WeekDocument } from '../../web/src/api.ts'
import { canBeAgreed, withAgreement } from '../../web/src/parts/week/agreements.ts'
import { weekPlan } from '../../web/src/parts/week/week-plan.ts'

const FROM = '2026-11-30'
const PHYSIO = { id: 'p4', name: 'Physio 4', role: 'physio', home: 'a', contract: { sessions: 1 }, works: ['tue-am'] }
const DOCUMENT: WeekDocument = {
  ...{ format: 'rota/1', network: { ods: 'U1', name: 'A network' }, week: { from: FROM } },
  parts: [{ id: 'am', starts: '08:30', ends: '12:40', days: ['mon', 'tue'] }],
  sites: [{ id: 'a', name: 'Alder Road', patients: 1, rooms: 3 }],
  ...{ needs: [], roles: [{ id: 'physio', title: 'Physio', meets: {} }], demand: [], people: [PHYSIO] },
}
const placed = { person: 'p4', date: FROM, part: 'am', site: 'b', work: 'clinic' as const }
const beyond = {
  ...{ rule: 'contracted-sessions', level: 'never' as const, amount: 1, people: ['p4'] },
  sentence: 'Physio 4 has 2 sessions in the week, where 1 is agreed.',
}
const plan = weekPlan(DOCUMENT, FROM)

it('a half-day, a site and a session beyond the contract that somebody agreed to are theirs in that week', () => {
  const [session] = plan.sessions
  if (session === undefined) throw new Error('no session')
  expect(canBeAgreed(plan, { person: PHYSIO, placed, findings: [] })).toBe(true)
  const agreed = withAgreement(DOCUMENT, { placed, session, findings: [beyond] })
  expect(agreed.people).toEqual([
    { ...PHYSIO, works: ['tue-am', 'mon-am'], sites: ['a', 'b'], contract: { sessions: 1, flex: 1 } },
  ])
  const [now] = agreed.people
  if (now === undefined) throw new Error('nobody')
  expect(canBeAgreed(weekPlan(agreed, FROM), { person: now, placed, findings: [] })).toBe(false)
})

it('leave is not agreed away on the board', () => {
  const away = { ...PHYSIO, away: [{ from: FROM, to: FROM }] }
  expect(canBeAgreed(plan, { person: away, placed, findings: [] })).toBe(false)
})
