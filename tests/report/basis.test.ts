import { describe, expect, it } from 'vitest'
import { basisOf, SAFETY_WORDS } from '../../solver/report/basis.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { RuleSetting } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import { MON_AM, MON_EVENING, SAT_AM, smallWeek, works } from './small-week.ts'

const USUAL: RuleSetting = { off: false, level: null, weight: 1, numbers: {} }
const withRules = (rules: Readonly<Record<string, Partial<RuleSetting>>>): Problem => ({
  ...smallWeek(),
  rules: new Map(Object.entries(rules).map(([id, change]) => [id, { ...USUAL, ...change }])),
})

describe('what a report is based on', () => {
  it('has a few words for every rule of safety, and for no other', () => {
    const safety = RULES.filter(({ level }) => level === 'safety').map(({ id }) => id)
    expect(Object.keys(SAFETY_WORDS).sort()).toEqual(safety.sort())
  })

  it('names the rules of safety that can ask for something, as the network has set them', () => {
    const usual = basisOf(smallWeek(), []).safety
    expect(usual).toContain('a duty doctor')
    expect(usual).not.toContain('supervision')
    expect(usual).not.toContain('protected learning time')
    const changed = basisOf(withRules({ 'duty-doctor': { off: true }, rest: { level: 'wish' } }), []).safety
    expect(changed).toEqual(usual.filter((words) => words !== 'a duty doctor' && words !== 'rest between days'))
    const raised = basisOf(withRules({ 'few-sites': { level: 'safety' } }), []).safety
    expect(raised.filter((words) => !usual.includes(words))).toEqual([
      `"${RULES.find(({ id }) => id === 'few-sites')?.title.slice(0, -1)}"`,
    ])
  })

  it('says what is safe in a day, and by which preset', () => {
    const gp = { role: 'gp', contacts: 28, minutes: 15, preset: 'AS_WORKED' }
    expect(basisOf(smallWeek(), []).safeDays).toEqual([gp])
    const bma = withRules({ 'safe-workload': { numbers: { preset: 'BMA_SAFE' } } })
    expect(basisOf(bma, []).safeDays).toEqual([{ ...gp, contacts: 25, preset: 'BMA_SAFE' }])
    const own = withRules({ 'safe-workload': { numbers: { contacts: 20 } } })
    expect(basisOf(own, []).safeDays).toEqual([
      { role: 'gp', contacts: 20, minutes: 15 },
      { role: 'physio', contacts: 20, minutes: 20 },
    ])
    expect(basisOf(withRules({ 'safe-workload': { off: true } }), []).safeDays).toEqual([])
  })

  it('adds up what evenings and Saturdays offer, beside what is owed', () => {
    const placed = [
      works('gp-1', MON_AM),
      works('gp-1', MON_EVENING),
      works('gp-2', SAT_AM),
      works('locum', SAT_AM, { work: 'admin' }),
    ]
    // 180 of 250 minutes with patients: of 90 and of 240 minutes.
    expect(basisOf(smallWeek(), placed).enhancedAccess).toEqual({ offered: 237.6, owed: 960 })
    expect(basisOf(withRules({ 'enhanced-access': { off: true } }), placed).enhancedAccess).toEqual({ offered: 237.6 })
    const { horizon } = smallWeek()
    const sessions = horizon.sessions.filter((session) => !session.enhancedAccess)
    expect(basisOf({ ...smallWeek(), horizon: { ...horizon, sessions } }, []).enhancedAccess).toBeNull()
  })
})
