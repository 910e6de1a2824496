import { describe, expect, it } from 'vitest'
import { audit } from '../../solver/check/audit.ts'
import type { Verdict } from '../../solver/check/judge.ts'
import { programme } from '../../solver/lp/table.ts'
import type { Account, Model } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import { columnOf } from '../model-columns.ts'

/** A programme of which only the accounts matter: column j belongs to account j. */
function modelWith(rules: readonly string[]): Model {
  const accounts = rules.map((rule, j): Account => ({ rule, terms: [[columnOf(j), 1]] }))
  const lp = programme({ columns: rules.map(() => ({})) })
  const none = new Int32Array(0)
  return { lp, levels: [], accounts, columnOf: none, ruleOfRow: [], slackOfRow: none }
}

function verdict(id: string, amount: number): Verdict {
  const [rule] = RULES.filter((r) => r.id === id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  return { rule, level: rule.level, breaches: [], amount, counted: amount }
}

/** What the audit says of one rule with these two accounts. */
function told(accounts: { model: number; rota: number }, tight = true) {
  const point = Float64Array.of(accounts.model)
  return audit(modelWith(['duty-doctor']), point, [verdict('duty-doctor', accounts.rota)], tight)
}

describe('the audit', () => {
  it('agrees where both accounts are the same', () => {
    expect(told({ model: 2, rota: 2 })).toEqual({
      agrees: true,
      disputed: false,
      rules: [{ rule: 'duty-doctor', model: 2, rota: 2 }],
    })
  })

  it('disputes a breach that the model does not account for', () => {
    expect(told({ model: 0, rota: 1 })).toMatchObject({ agrees: false, disputed: true })
    expect(told({ model: 0, rota: 1 }, false)).toMatchObject({ agrees: false, disputed: true })
  })

  it('disputes a slack that no breach explains, but only where slacks are known to be tight', () => {
    expect(told({ model: 1, rota: 0 })).toMatchObject({ agrees: false, disputed: true })
    expect(told({ model: 1, rota: 0 }, false)).toMatchObject({ agrees: true, disputed: false })
  })

  it('takes no notice of rounding, and takes notice of a thousandth', () => {
    expect(told({ model: 1, rota: 1.00005 }).agrees).toBe(true)
    expect(told({ model: 1.00005, rota: 1 }).agrees).toBe(true)
    expect(told({ model: 1, rota: 1.001 }).agrees).toBe(false)
    expect(told({ model: 1.001, rota: 1 }).agrees).toBe(false)
    expect(told({ model: 0, rota: 0.001 }, false).agrees).toBe(false)
    expect(told({ model: 0, rota: 0.00005 }, false).agrees).toBe(true)
  })

  it('lets accounts differ by just as much as rounding may', () => {
    expect(told({ model: 0, rota: 0.0001 }).agrees).toBe(true)
    expect(told({ model: 0, rota: 0.0001 }, false).agrees).toBe(true)
  })

  it('measures large accounts by their size', () => {
    expect(told({ model: 8527, rota: 8527.5 }).agrees).toBe(true)
    expect(told({ model: 8527, rota: 8529 }).agrees).toBe(false)
  })

  it('sums a rule over all of its columns, each as it counts', () => {
    const model = {
      ...modelWith(['cost']),
      accounts: [{ rule: 'cost', terms: [[columnOf(0), 267] as const, [columnOf(1), 135] as const] }],
    }
    const [account] = audit(model, Float64Array.of(2, 1), [verdict('cost', 669)], true).rules
    expect(account).toEqual({ rule: 'cost', model: 669, rota: 669 })
  })

  it('is disputed when one rule of many is', () => {
    const model = modelWith(['duty-doctor', 'rooms'])
    const verdicts = [verdict('duty-doctor', 1), verdict('rooms', 1)]
    expect(audit(model, Float64Array.of(1, 1), verdicts, true).agrees).toBe(true)
    expect(audit(model, Float64Array.of(1, 0), verdicts, true).agrees).toBe(false)
  })

  it('finds nothing spent on a rule of which the programme has no row', () => {
    const verdicts = [verdict('availability', 0)]
    expect(audit(modelWith([]), new Float64Array(0), verdicts, true)).toMatchObject({ agrees: true })
    expect(audit(modelWith([]), new Float64Array(0), [verdict('availability', 1)], true).agrees).toBe(false)
  })
})
