import { describe, expect, it } from 'vitest'
import type { Assignment, WeekDocument } from '../../web/src/api.ts'
import { placingsOf } from '../../web/src/parts/week/cells.ts'
import { moveStep, placeOf } from '../../web/src/parts/week/moves.ts'
import { placed } from '../../web/src/parts/week/steps.ts'
import { weekPlan } from '../../web/src/parts/week/week-plan.ts'

const [THU, FRI] = ['2026-12-03', '2026-12-04']
const nurse = (id: string, name: string) => ({ id, name, role: 'nurse', home: 'a', contract: { sessions: 8 } })
const DOCUMENT: WeekDocument = {
  ...{ format: 'rota/1', network: { ods: 'U1', name: 'A network' }, week: { from: '2026-11-30' } },
  parts: [
    { id: 'am', starts: '08:30', ends: '12:40', days: ['thu', 'fri'] },
    { id: 'pm', starts: '13:30', ends: '17:30', days: ['thu', 'fri'] },
  ],
  sites: [{ id: 'a', name: 'Alder Road', patients: 1, rooms: 3 }],
  ...{ needs: [], roles: [{ id: 'nurse', title: 'Nurse', meets: {} }], demand: [] },
  people: [nurse('n2', 'Nurse 2'), { ...nurse('n3', 'Nurse 3'), away: [{ from: THU, to: THU, parts: ['am'] }] }],
}
const clinic = (person: string, date: string, part: string): Assignment => ({
  ...{ person, date, part, site: 'a', work: 'clinic' },
})
const FRIDAY_OF_2 = clinic('n2', FRI, 'am')
const THURSDAY_OF_3 = clinic('n3', THU, 'pm')

function drag(assignments: readonly Assignment[], from: string, to: string, document = DOCUMENT) {
  const plan = weekPlan(document, '2026-11-30')
  const [a, b] = [placeOf(plan, from), placeOf(plan, to)]
  if (a === null || b === null) throw new Error('no such cell')
  const move = moveStep(plan, { assignments, placings: placingsOf(assignments), from: a, to: b })
  const after = move?.kind === 'step' ? placed(assignments, move.step.after) : assignments
  const say = move === null ? null : move.kind === 'step' ? move.step.say : move.why
  return { say, after: after.map(({ person, date, part }) => `${person} ${date} ${part}`).sort() }
}

describe('a session dragged to another person at another time', () => {
  const rota = [FRIDAY_OF_2, THURSDAY_OF_3]

  it('swaps: each works the other’s session', () => {
    expect(drag(rota, `n2 ${FRI} am`, `n3 ${THU} pm`)).toEqual({
      say: 'Nurse 3 works Friday 4 December, morning, and Nurse 2 works Thursday 3 December, afternoon',
      after: [`n2 ${THU} pm`, `n3 ${FRI} am`],
    })
  })

  it('changes nothing where one of them is busy then, and says who', () => {
    const busy = [...rota, clinic('n3', FRI, 'am')]
    const { say, after } = drag(busy, `n2 ${FRI} am`, `n3 ${THU} pm`)
    expect(say).toBe('Nurse 3 already has clinic at Alder Road on Friday 4 December, morning')
    expect(after).toHaveLength(3)
  })

  it('goes to them where they are free, and the first is free instead', () => {
    expect(drag([FRIDAY_OF_2], `n2 ${FRI} am`, `n3 ${THU} pm`)).toEqual({
      say: 'Nurse 3 on Thursday 3 December, afternoon, instead of Nurse 2 on Friday 4 December, morning',
      after: [`n3 ${THU} pm`],
    })
  })
})

describe('a drag that cannot be done says why', () => {
  it('where both do the same already', () => {
    const same = [FRIDAY_OF_2, clinic('n3', FRI, 'am')]
    expect(drag(same, `n2 ${FRI} am`, `n3 ${FRI} am`).say).toBe(
      'Both are clinic at Alder Road, so there is nothing to swap',
    )
  })

  it('where the other is away', () => {
    expect(drag([FRIDAY_OF_2], `n2 ${FRI} am`, `n3 ${THU} am`)).toEqual({
      say: 'Nurse 3 is away on Thursday 3 December, morning',
      after: [`n2 ${FRI} am`],
    })
  })

  it('where the session is pinned', () => {
    const pinned = { ...DOCUMENT, pins: [{ ...FRIDAY_OF_2, work: 'clinic' as const }] }
    expect(drag([FRIDAY_OF_2], `n2 ${FRI} am`, `n2 ${THU} am`, pinned).say).toBe(
      'Nurse 2 on Friday 4 December, morning is pinned. Unpin it first',
    )
  })
})
