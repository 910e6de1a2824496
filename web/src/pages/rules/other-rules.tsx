import type { NetworkRecord } from '../../api.ts'
import { NumberField } from '../../parts/fields.tsx'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { isOff, isSet, type Rule, settingOf, withValue } from './rule-settings.ts'
import { RuleSwitch } from './rule-switch.tsx'
import { LEVELS } from './sentence-row.tsx'

export interface OtherRulesProps {
  readonly rules: readonly Rule[]
  readonly record: NetworkRecord
  readonly changes: RecordChanges
  readonly mayEdit: boolean
}

/** All other rules, each with its purpose; single numbers can be edited. */
export function OtherRules({ rules, record, changes, mayEdit }: OtherRulesProps) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">All other rules ({rules.length})</h2>
      <ul className="rota-rules__list">
        {rules.map((rule) => (
          <li key={rule.id} data-off={isOff(record, rule.id) || undefined}>
            <details>
              <summary>
                {rule.title}
                {isOff(record, rule.id) ? ' (off)' : isSet(record, rule.id) ? ' (set)' : ''}
              </summary>
              <p>
                {rule.why} {LEVELS[rule.level]}
              </p>
              <Numbers {...{ rule, record, changes, mayEdit }} />
              {mayEdit && <RuleSwitch {...{ rule, isOff: isOff(record, rule.id), changes }} />}
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface NumbersProps extends Omit<OtherRulesProps, 'rules'> {
  readonly rule: Rule
}

function Numbers({ rule, record, changes, mayEdit }: NumbersProps) {
  return Object.entries(rule.numbers).map(([number, { meaning }]) => {
    const now = settingOf(record, rule, number)
    if (typeof now !== 'number') return null
    return (
      <NumberField
        key={number}
        label={`${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}`}
        value={now}
        min={-365}
        step={0.1}
        isOff={!mayEdit || isOff(record, rule.id)}
        commit={(value) =>
          value !== null &&
          changes.make({
            what: `“${rule.title}” now has ${value}`,
            apply: (before) => withValue(before, rule, [number, value]),
          })
        }
      />
    )
  })
}
