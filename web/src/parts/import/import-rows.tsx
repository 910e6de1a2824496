import type { Import } from '../../api.ts'
import { SelectField } from '../fields.tsx'
import { type Corrected, type Correction, keyOf } from './corrections.ts'
import { choicesFor, correctionLabel, type ImportNames } from './import-choices.ts'
import type { Reading } from './use-import.ts'

type Problem = Import['problems'][number]
type Understood = NonNullable<Import['understood']>
type Place = Pick<Problem, 'sheet' | 'row' | 'column'>

interface RowsProps extends Pick<Reading, 'correct' | 'corrections'> {
  readonly names: ImportNames
}

/** One message, with every place it applies to. */
interface Entry {
  readonly seen: string
  readonly words: string
  readonly maybe: string | null
  readonly correct: Correction | null
  readonly places: readonly Place[]
}

/** Everything that wasn't understood: where, the value, a suggestion, and a choice if one would resolve it. */
export function ProblemRows({ problems, ...props }: RowsProps & { readonly problems: readonly Problem[] }) {
  const entries = grouped(
    problems.map(({ detail, maybe, ...rest }) => ({ ...rest, words: detail, maybe: maybe ?? null })),
  )
  return (
    <section className="rota-import__problems">
      <h3>Not understood ({problems.length}): correct these here or in the file to go on</h3>
      <EntryTable caption="What was not understood" entries={entries} {...props} />
    </section>
  )
}

/** Assumptions made by the reader. */
export function GuessRows({ guesses, ...props }: RowsProps & { readonly guesses: Understood['guesses'] }) {
  if (guesses.length === 0) return null
  const entries = grouped(guesses.map(({ taken, ...rest }) => ({ ...rest, words: taken, maybe: null })))
  return (
    <section>
      <h3>Check these ({entries.length})</h3>
      <EntryTable caption="What was guessed" entries={entries} {...props} />
    </section>
  )
}

/** What was recognised and deliberately left out. */
export function LeftRows({ rows, ...props }: RowsProps & { readonly rows: Understood['notImported'] }) {
  if (rows.length === 0) return null
  const entries = grouped(rows.map(({ why, ...rest }) => ({ ...rest, words: why, maybe: null })))
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Left out on purpose ({rows.length})</span>
      </summary>
      <EntryTable caption="What was left out" entries={entries} {...props} />
    </details>
  )
}

/** Corrections made here, so that they can be changed. */
export function CorrectedRows({
  corrections,
  names,
  correct,
  isRemembered,
}: RowsProps & { readonly isRemembered: boolean }) {
  if (corrections.length === 0) return null
  return (
    <section className="rota-import__corrected">
      <h3>Your corrections</h3>
      <div className="rota-editor__fields">
        {corrections.map((one) => (
          <CorrectionField key={keyOf(one)} correction={one} meaning={one.meaning} {...{ names, correct }} />
        ))}
      </div>
      <p className="rota-import__note">{noteOf(corrections, isRemembered)}</p>
    </section>
  )
}

function noteOf(corrections: readonly Corrected[], isRemembered: boolean): string {
  if (!isRemembered || corrections.every(isForOnce)) return 'They apply to this file only.'
  const but = corrections.some(isForOnce) ? ', except names of people, years, and what everybody has' : ''
  return `Once you use this file, they will be remembered for the next one${but}.`
}

const isForOnce = ({ by }: Corrected) => ['people', 'year', 'role', 'site'].includes(by)

interface EntryTableProps extends RowsProps {
  readonly caption: string
  readonly entries: readonly Entry[]
}

function EntryTable({ caption, entries, corrections, ...props }: EntryTableProps) {
  const corrected = new Set(corrections.map(keyOf))
  return (
    <table className="rota-table rota-import__table">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Where</th>
          <th scope="col">Read as</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.seen} ${entry.words} ${placeWords(entry.places)}`}>
            <th scope="row">{entry.seen === '' ? 'The whole file' : entry.seen}</th>
            <td>{placeWords(entry.places)}</td>
            <td>
              {sentenceOf(entry.words)}
              {entry.maybe !== null && <span className="rota-import__maybe"> What works: {entry.maybe}.</span>}
              {entry.correct !== null && !corrected.has(keyOf(entry.correct)) && (
                <CorrectionField correction={entry.correct} meaning={entry.correct.meaning ?? ''} {...props} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CorrectionFieldProps extends Pick<RowsProps, 'names' | 'correct'> {
  readonly correction: Correction
  readonly meaning: string
}

function CorrectionField({ correction, meaning, names, correct }: CorrectionFieldProps) {
  const choices = choicesFor(correction.by, names)
  const isKnown = choices.some(({ value }) => value === meaning)
  return (
    <SelectField
      label={correctionLabel(correction)}
      value={isKnown ? meaning : ''}
      options={[{ value: '', name: isKnown ? 'as read' : 'choose…' }, ...choices]}
      commit={(chosen) => correct(correction, chosen)}
    />
  )
}

function grouped(
  rows: readonly (Omit<Entry, 'places' | 'correct'> & Place & { readonly correct?: Correction })[],
): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { seen, words, maybe, correct, sheet, row, column } of rows) {
    const key = correct === undefined ? `${seen} ${words}` : `${keyOf(correct)} ${words}`
    const place = { row, column, ...(sheet === undefined ? {} : { sheet }) }
    const before = entries.get(key)
    entries.set(key, { seen, words, maybe, correct: correct ?? null, places: [...(before?.places ?? []), place] })
  }
  return [...entries.values()]
}

/** Maximum number of places listed. */
const NAMED = 3

/** "Rota, C7 and 11 more". */
function placeWords(places: readonly Place[]): string {
  const words = [...new Set(places.map(placeOf))].filter((word) => word !== '')
  const more = words.length - NAMED
  return more > 0 ? `${words.slice(0, NAMED).join('; ')} and ${more} more` : words.join('; ')
}

function placeOf({ sheet, row, column }: Place): string {
  const cell =
    row === null ? (column === null ? '' : `column ${column}`) : column === null ? `row ${row}` : `${column}${row}`
  return [sheet ?? '', cell].filter((part) => part !== '').join(', ')
}

function sentenceOf(words: string): string {
  const text = words.replace(/^read as /, '')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`
}
