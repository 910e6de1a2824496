import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../web/src/api.ts'
import { changesBetween, placed, stepOf } from '../../web/src/parts/week/steps.ts'

const CLINIC: Assignment = { person: 'p1', date: '2026-11-30', part: 'am', site: 'a', work: 'clinic' }
const PHONE: Assignment = { person: 'p2', date: '2026-11-30', part: 'am', site: 'a', work: 'clinic', remote: true }
const ROTA = [CLINIC, PHONE]
const DUTY = { person: 'p1', date: '2026-11-30', part: 'am', to: { site: 'b', work: 'duty' as const } }
const FREE = { person: 'p2', date: '2026-11-30', part: 'am', to: null }
const sorted = (rota: readonly Assignment[]) => [...rota].sort((a, b) => a.person.localeCompare(b.person))

describe('a step', () => {
  it('puts people where it says and leaves everybody else', () => {
    expect(placed(ROTA, [DUTY])).toEqual([PHONE, { ...CLINIC, site: 'b', work: 'duty' }])
  })

  it('keeps somebody free by taking their session away', () => {
    expect(placed(ROTA, [FREE])).toEqual([CLINIC])
  })

  it('undone gives back what was there, telephone and all', () => {
    const step = stepOf('both', ROTA, [DUTY, FREE])
    expect(sorted(placed(placed(ROTA, step.after), step.before))).toEqual(ROTA)
  })
})

describe('the changes between two rotas', () => {
  it('are those by which one becomes the other', () => {
    const after = placed(ROTA, [DUTY, FREE])
    expect(changesBetween(ROTA, after)).toEqual([DUTY, FREE])
    expect(sorted(placed(ROTA, changesBetween(ROTA, after)))).toEqual(sorted(after))
  })

  it('are none between a rota and itself in another order', () => {
    expect(changesBetween(ROTA, [PHONE, CLINIC])).toEqual([])
  })
})
