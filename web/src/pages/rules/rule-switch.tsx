import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { type Rule, switched } from './rule-settings.ts'

export interface RuleSwitchProps {
  readonly rule: Rule
  readonly isOff: boolean
  readonly changes: RecordChanges
}

/** Whether a rule counts at all; nothing for those that are never broken. */
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
