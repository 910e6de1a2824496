/** A network's rule settings, and changes to them. Values equal to the default aren't stored. */

import type { paths } from '../../../../client/openapi.ts'
import type { NetworkRecord } from '../../api.ts'

export type Rule = paths['/v1/rules']['get']['responses'][200]['content']['application/json'][number]

export function isOff({ rules = {} }: NetworkRecord, id: string): boolean {
  return rules[id] === false
}

/** The network's value, otherwise the default. */
export function settingOf({ rules = {} }: NetworkRecord, rule: Rule, number: string): unknown {
  const set = rules[rule.id]
  const own = set === undefined || set === false ? undefined : set[number]
  return own ?? rule.numbers[number]?.default ?? null
}

/** True if anything differs from the default. */
export function isSet({ rules = {} }: NetworkRecord, id: string): boolean {
  return rules[id] !== undefined
}

export function withValue(
  record: NetworkRecord,
  rule: Rule,
  [number, value]: readonly [string, unknown],
): NetworkRecord {
  const before = record.rules?.[rule.id]
  const { [number]: _, ...others } = before === undefined || before === false ? {} : before
  const isDefault = JSON.stringify(value) === JSON.stringify(rule.numbers[number]?.default)
  return withRule(record, rule.id, isDefault ? others : { ...others, [number]: value })
}

export function switched(record: NetworkRecord, id: string, isOn: boolean): NetworkRecord {
  return withRule(record, id, isOn ? {} : false)
}

type RuleSet = NonNullable<NetworkRecord['rules']>[string]

function withRule(record: NetworkRecord, id: string, set: RuleSet): NetworkRecord {
  const { [id]: _, ...others } = record.rules ?? {}
  const isDefault = set !== false && Object.keys(set).length === 0
  return { ...record, rules: isDefault ? others : { ...others, [id]: set } }
}
