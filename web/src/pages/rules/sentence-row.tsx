import { useId, useState } from 'react'
import type { NetworkRecord } from '../../api.ts'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import type { RuleSentence } from './rule-sentences.ts'
import { isOff, type Rule, settingOf, withValue } from './rule-settings.ts'
import { RuleSwitch } from './rule-switch.tsx'

export interface SentenceRowProps {
  readonly sentence: RuleSentence
  readonly rule: Rule
  readonly record: NetworkRecord
  readonly changes: RecordChanges
  readonly mayEdit: boolean
}

/** One rule as a sentence with its number, and the reason for it. */
export function SentenceRow(props: SentenceRowProps) {
  const { sentence, rule, record, changes, mayEdit } = props
  const off = isOff(record, rule.id)
  return (
    <li data-off={off || undefined}>
      <p className="rota-rules__sentence">
        {sentence.before} <Value {...props} /> {sentence.after}
        {off && <strong> Switched off.</strong>}
      </p>
      <details>
        <summary>Why</summary>
        <p>
          {rule.why} {LEVELS[rule.level]}
        </p>
        {mayEdit && <RuleSwitch {...{ rule, isOff: off, changes }} />}
      </details>
    </li>
  )
}

/** How readily each level gives way, in words. */
export const LEVELS: Readonly<Record<string, string>> = {
  never: 'It is never broken.',
  safety: 'Only the hard rules come before it.',
  urgent: 'It comes after safety.',
  service: 'It comes after safety and urgent need.',
  wellbeing: 'It gives way where patients would otherwise wait.',
  cost: 'It decides only between rotas that serve people equally well.',
  wish: 'It is kept where it costs nothing.',
}

/** The sentence's number; plain text if it can't be edited here. */
function Value({ sentence, rule, record, changes, mayEdit }: SentenceRowProps) {
  const { setting, number } = sentence
  const now = settingOf(record, rule, number)
  const label = `${sentence.before} … ${sentence.after}`
  const set = (value: unknown, words: string) =>
    changes.make({
      what: `${sentence.before} ${words} ${sentence.after}`.replace(/ ?\.$/, ''),
      apply: (before) => withValue(before, rule, [number, value]),
    })
  const may = mayEdit && !isOff(record, rule.id)
  switch (setting.kind) {
    case 'none':
      return null
    case 'number':
    case 'percent': {
      const by = setting.kind === 'percent' ? 100 : 1
      const range = setting.kind === 'percent' ? { min: 0, max: 100, step: 5 } : setting
      if (typeof now !== 'number') return <em>different numbers by role or need</em>
      if (!may) return <strong>{now * by}</strong>
      return (
        <InlineNumber
          key={now}
          {...{ label, range }}
          value={now * by}
          commit={(value) => set(value / by, String(value))}
        />
      )
    }
    case 'choice': {
      const chosen = setting.options.find(({ sets }) => sets === now)
      if (!may) return <strong>{chosen?.name ?? String(now)}</strong>
      return (
        <InlineChoice
          {...{ label }}
          value={chosen?.value ?? ''}
          options={setting.options}
          choose={(option) => set(option.sets, option.name)}
        />
      )
    }
    case 'shared-duty':
      return <SharedDuty {...{ label, record, now, may, set }} />
  }
}

interface SharedDutyProps {
  readonly label: string
  readonly record: NetworkRecord
  readonly now: unknown
  readonly may: boolean
  readonly set: (value: unknown, words: string) => void
}

function SharedDuty({ label, record: { sites }, now, may, set }: SharedDutyProps) {
  const groups = Array.isArray(now) ? now.length : 0
  const all = sites.map(({ id }) => id)
  const isOne = groups === 1 && JSON.stringify(now) === JSON.stringify([all])
  const options = [
    { value: 'own', name: 'each practice has its own', sets: [] },
    ...(sites.length > 1 ? [{ value: 'one', name: 'all practices share one', sets: [all] }] : []),
    ...(groups > 0 && !isOne
      ? [{ value: 'some', name: `some practices share one (${groups} groups)`, sets: now }]
      : []),
  ]
  const value = groups === 0 ? 'own' : isOne ? 'one' : 'some'
  if (!may) return <strong>{options.find((option) => option.value === value)?.name}</strong>
  return <InlineChoice {...{ label, value, options }} choose={(option) => set(option.sets, option.name)} />
}

interface InlineNumberProps {
  readonly label: string
  readonly value: number
  readonly range: { readonly min: number; readonly max: number; readonly step: number }
  readonly commit: (value: number) => void
}

function InlineNumber({ label, value, range, commit }: InlineNumberProps) {
  const [text, setText] = useState(String(value))
  const leave = () => {
    const number = Number(text)
    if (text.trim() === '' || !(number >= range.min && number <= range.max)) setText(String(value))
    else if (number !== value) commit(number)
  }
  return (
    <input
      className="nhsuk-input rota-rules__number"
      type="number"
      aria-label={label}
      {...range}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={leave}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  )
}

interface InlineOption {
  readonly value: string
  readonly name: string
  readonly sets: unknown
}

interface InlineChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly InlineOption[]
  readonly choose: (option: InlineOption) => void
}

function InlineChoice({ label, value, options, choose }: InlineChoiceProps) {
  const id = useId()
  return (
    <select
      id={id}
      className="nhsuk-select rota-rules__choice"
      aria-label={label}
      value={value}
      onChange={({ target }) => {
        const option = options.find((one) => one.value === target.value)
        if (option !== undefined) choose(option)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  )
}
