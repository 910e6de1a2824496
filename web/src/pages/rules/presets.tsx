import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { PRESETS, type Preset } from './rule-sentences.ts'
import { type Rule, withValue } from './rule-settings.ts'

export interface PresetsProps {
  readonly rules: readonly Rule[]
  readonly changes: RecordChanges
}

/** Three starting points, with the settings of each. */
export function Presets({ rules, changes }: PresetsProps) {
  const take = (preset: Preset) =>
    changes.make({
      what: `Rules set to “${preset.name}”`,
      apply: (record) =>
        rules.reduce(
          (now, rule) =>
            Object.entries(preset.rules[rule.id] ?? {}).reduce((then, setting) => withValue(then, rule, setting), now),
          record,
        ),
    })
  return (
    <section>
      <h2 className="nhsuk-heading-m">Start from a preset</h2>
      <ul className="rota-rules__presets">
        {PRESETS.map((preset) => (
          <li key={preset.name}>
            <button type="button" className="rota-button" onClick={() => take(preset)}>
              {preset.name}
            </button>{' '}
            {preset.says}
          </li>
        ))}
      </ul>
    </section>
  )
}
