import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { type Rule, switched } from './rule-settings.ts'

export interface RuleSwitchProps {
  readonly rule: Rule
  readonly isOff: boolean
  readonly changes: RecordChanges
}

/** Switches a rule on or off; renders nothing for rules that can't be switched off. */
export function RuleSwitch({ rule, isOff, changes }: RuleSwitchProps) {
  if (rule.level === 'never') return null
  return (
    <label className="rota-check">
      <input
        type="checkbox"
        checked={!isOff}
        onChange={({ target: { checked } }) =>
          changes.make({
            what: `“${rule.title}” ${checked ? 'is switched on again' : 'is switched off'}`,
            apply: (now) => switched(now, rule.id, checked),
          })
        }
      />{' '}
      This rule applies
    </label>
  )
}
