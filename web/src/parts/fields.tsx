/** Fields that commit on blur: there is no Save button. */
import { type ReactNode, useId, useState } from 'react'

interface Field<T> {
  readonly label: string
  readonly value: T
  /** Called only with a new, valid value. */
  readonly commit: (value: T) => void
  readonly hint?: string
  readonly isOff?: boolean
}

export interface NumberFieldProps extends Field<number | null> {
  readonly min?: number
  readonly max?: number
  readonly step?: number
  /** Text after the number, such as "hours". */
  readonly unit?: string
}

/** A number. Empty means null, and reverts if a number is required. */
export function NumberField({ label, value, commit, hint, isOff, min = 0, max, step = 1, unit }: NumberFieldProps) {
  const shown = value === null ? '' : String(value)
  const [text, setText] = useDraft(shown)
  const leave = () => {
    const number = text.trim() === '' ? null : Number(text)
    const isGood = number === null || (Number.isFinite(number) && number >= min && number <= (max ?? number))
    if (!isGood || (number === null && value !== null)) setText(shown)
    else if (number !== value) commit(number)
  }
  return (
    <Labelled label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <>
          <input
            {...ids}
            className="nhsuk-input nhsuk-input--width-4"
            type="number"
            inputMode="decimal"
            disabled={isOff}
            value={text}
            min={min}
            max={max}
            step={step}
            onChange={({ target }) => setText(target.value)}
            onBlur={leave}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
          />
          {unit !== undefined && <span className="rota-field__unit"> {unit}</span>}
        </>
      )}
    </Labelled>
  )
}

/** A single line of text, required; or a date, optional. */
export function TextField({
  label,
  value,
  commit,
  hint,
  isOff,
  type = 'text',
  isLive = false,
}: Field<string> & { readonly type?: 'text' | 'date' | 'email' | 'url'; readonly isLive?: boolean }) {
  const [text, setText] = useDraft(value)
  const leave = () => {
    if (text.trim() === '' && type !== 'date') setText(value)
    else if (text.trim() !== value) commit(text.trim())
  }
  return (
    <Labelled label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <input
          {...ids}
          className={`nhsuk-input ${type === 'date' ? 'nhsuk-input--width-10' : ''}`}
          type={type}
          disabled={isOff}
          value={text}
          onChange={({ target }) => (isLive ? commit : setText)(target.value)}
          onBlur={leave}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      )}
    </Labelled>
  )
}

export interface Option {
  readonly value: string
  readonly name: string
}

/** A choice from a list. */
export function SelectField({
  label,
  value,
  commit,
  hint,
  isOff,
  options,
}: Field<string> & { readonly options: readonly Option[] }) {
  return (
    <Labelled label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <select
          {...ids}
          className="nhsuk-select"
          disabled={isOff}
          value={value}
          onChange={({ target }) => commit(target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

interface LabelledProps {
  readonly label: string
  readonly hint?: string
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode
}

function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="rota-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className="rota-field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <span>{children(hint === undefined ? { id } : { id, 'aria-describedby': `${id}-hint` })}</span>
    </div>
  )
}

/** The text being typed; reset when the value changes. */
function useDraft(value: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState({ of: value, text: value })
  const text = draft.of === value ? draft.text : value
  return [text, (changed) => setDraft({ of: value, text: changed })]
}
