import { describe, expect, it } from 'vitest'
import { judgementInWords } from '../../../src/output/text/judgement.ts'
import type { Judgement } from '../../../src/report.ts'
import { smallDocument } from '../../small-document.ts'
import { problemOf } from '../../solved-week.ts'
import { sampleReport } from './sample-report.ts'

const PAPER = { width: 80, colour: false }
const PROBLEM = problemOf(smallDocument())

function inWords(change: Partial<Judgement> = {}): string {
  const { service } = sampleReport()
  const judgement: Judgement = {
    ...{ remarks: [], levels: [], findings: [], agrees: true, clinicPlan: 'given', service },
    ...change,
  }
  return judgementInWords(judgement, PROBLEM, PAPER)
}

describe('a judgement', () => {
  it('gives the value of each level, then findings under their level, the most serious first', () => {
    const finding = { rule: 'x', amount: 1, people: [] }
    const findings = [
      { ...finding, level: 'wish' as const, sentence: 'Nurse 2 would rather be off on Friday.' },
      { ...finding, level: 'safety' as const, sentence: 'Alder Road has no duty doctor.' },
    ]
    const levels = [
      { level: 'safety' as const, value: 1.26, unit: 'sessions short', floor: 1 },
      { level: 'cost' as const, value: 12345.6, unit: 'pounds', floor: 10 },
    ]
    expect(inWords({ findings, levels }).split('\n')).toEqual([
      'Urgent need dealt with on the same day: 94% (target 90%).',
      '- Safety: 1.3 sessions short',
      '- Cost: £12,346',
      '',
      'Safety (1)',
      '- Alder Road has no duty doctor.',
      'Wishes (1)',
      '- Nurse 2 would rather be off on Friday.',
      '',
    ])
  })

  it('says so when there is nothing to find', () => {
    expect(inWords()).toContain('Every rule is kept.')
  })

  it('warns of a report that says otherwise', () => {
    expect(inWords({ agrees: false })).toContain('DISPUTED')
  })

  it('says that who is met was planned, where the rota did not say', () => {
    const planned = 'It is judged with the best plan that its people allow.'
    expect(inWords()).not.toContain('best plan')
    expect(inWords({ clinicPlan: 'exact' }).replaceAll('\n', ' ')).toContain(planned)
  })

  it('names those whom the plan has work by telephone, a few of them', () => {
    const one = { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder' }
    const words = (people: number) =>
      inWords({ clinicPlan: 'exact', byTelephone: Array(people).fill(one) }).replaceAll('\n', ' ')
    expect(words(0)).not.toContain('telephone')
    expect(words(1)).toContain('so the plan has these people work by telephone: - GP 1, Alder Road, Monday morning')
    expect(words(8)).toContain('and 2 more: --all prints them')
  })
})
