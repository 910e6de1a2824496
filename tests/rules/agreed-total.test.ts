import { describe, expect, it } from 'vitest'
import { agreedTotal } from '../../solver/rules/agreed-total.ts'
import { agreed, breaches, fortnight, LONG_WEEK, minded, rotaFor, sentences, unevenWeek, week } from './played.ts'

const among = (rule: object) => ({ rules: { 'agreed-total': rule } })
const nurse = { atLeast: { nurse: 2 }, atMost: { nurse: 3 } }

describe('agreed total', () => {
  it('asks nothing of anybody until a network sets a figure', () => {
    expect(breaches(agreedTotal, week(), { assignments: [] })).toEqual([])
  })

  it('is kept at either figure, whatever the work', async () => {
    const two = { assignments: ['n1 thu-am alder clinic', 'n1 fri-am alder training'] }
    const three = { assignments: [...two.assignments, 'n1 fri-pm alder clinic'] }
    expect(await agreed(agreedTotal, week(among(nurse)), two)).toBe(0)
    expect(await agreed(agreedTotal, week(among(nurse)), three)).toBe(0)
  })

  it('is just broken by one session fewer, and names what was agreed', async () => {
    const one = { assignments: ['n1 thu-am alder clinic'] }
    expect(await agreed(agreedTotal, week(among(nurse)), one)).toBe(1)
    expect(sentences(agreedTotal, week(among(nurse)), one)).toEqual([
      'Nurse 1 works 1 session in the whole rota, where at least 2 were agreed.',
    ])
  })

  it('is just broken by one session more', async () => {
    const problem = week(among({ atMost: { nurse: 1 } }))
    const two = { assignments: ['n1 thu-am alder clinic', 'n1 fri-pm alder clinic'] }
    expect(await agreed(agreedTotal, problem, two)).toBe(1)
    expect(sentences(agreedTotal, problem, two)).toEqual([
      'Nurse 1 works 2 sessions in the whole rota, where at most 1 were agreed.',
    ])
  })

  it('asks nothing of a role without a figure', () => {
    const assignments = ['n1 thu-am alder clinic', 'n1 fri-am alder clinic']
    expect(breaches(agreedTotal, week(among(nurse)), { assignments })).toEqual([])
  })

  it('counts every week together, up to the last session of the last', async () => {
    const both = { assignments: ['n1 thu-am@1 alder clinic', 'n1 fri-pm@2 alder clinic'] }
    expect(await agreed(agreedTotal, fortnight(among(nurse)), both)).toBe(0)
    expect(await agreed(agreedTotal, fortnight(among({ atMost: { nurse: 1 } })), both)).toBe(1)
  })

  it('counts an evening as the part of a session that it is', async () => {
    const problem = week({ ...among({ atMost: { nurse: 1 } }), parts: LONG_WEEK, demand: [] })
    const played = { assignments: ['n1 mon-am alder clinic', 'n1 mon-evening alder clinic'] }
    expect(await agreed(agreedTotal, problem, played)).toBeCloseTo(0.4)
  })

  it('minds where learning is had only of who has a core session that counts for less', () => {
    expect(minded(agreedTotal, unevenWeek())).toEqual(['g2', 'r1'])
  })

  it('is asked of the solver: sessions that nothing else wants are worked', async () => {
    const lenient = { 'minimum-cover': false, 'duty-doctor': false, 'full-contract': false } as const
    const needless = { demand: [], people: { n1: { contract: { sessions: 4 } } } }
    const worked = async (atLeast: number) => {
      const rota = await rotaFor(
        week({ ...needless, rules: { ...lenient, 'agreed-total': { atLeast: { nurse: atLeast } } } }),
      )
      return rota.assignments.filter(({ person }) => person === 'n1').length
    }
    expect(await worked(0)).toBe(0)
    expect(await worked(2)).toBe(2)
  })
})
