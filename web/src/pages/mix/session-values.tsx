import { useState } from 'react'
import type { MixAnswer } from '../../api.ts'
import { pounds } from '../../parts/week/figures.ts'
import { leftWords } from './money-words.ts'

/** Roles listed before the user asks for all. */
const FIRST = 10

type Value = MixAnswer['values'][number]

export interface SessionValuesProps {
  readonly answer: MixAnswer
  /** The role whose curve is shown; null if none. */
  readonly curve: string | null
  readonly draw: (role: string) => void
}

/** The value of another weekly session of each role, at the practice where it is greatest. */
export function SessionValues({ answer, curve, draw }: SessionValuesProps) {
  const [isAll, setIsAll] = useState(false)
  const all = answer.values.filter((value, k) => answer.values.findIndex(({ role }) => role === value.role) === k)
  const best = isAll ? all : all.slice(0, FIRST)
  return (
    <div className="rota-scroll">
      <table className="rota-table">
        <caption className="nhsuk-u-visually-hidden">One more session a week, by role</caption>
        <thead>
          <tr>
            <th scope="col">One more session of</th>
            <th scope="col">Where it helps most</th>
            <th scope="col" className="rota-table__number">
              More contacts met in the week
            </th>
            <th scope="col" className="rota-table__number">
              In time
            </th>
            <th scope="col" className="rota-table__number">
              Pay for it
            </th>
            <th scope="col" className="rota-table__number">
              Left to pay, after reimbursement
            </th>
            <th scope="col" className="rota-table__number">
              Contacts for £1,000
            </th>
            <th scope="col">How sure</th>
            <th scope="col">Curve</th>
          </tr>
        </thead>
        <tbody>
          {best.map((value) => (
            <ValueRow key={value.role} value={value} isDrawn={value.role === curve} draw={draw} />
          ))}
        </tbody>
      </table>
      <p className="rota-mix__basis">
        Pay is for one session worked; a network GP is claimed from ARRS, a new salaried GP of a practice from the
        practice-level GP reimbursement scheme, each while its money for the year lasts. “Checked” roles were tried with
        the session added; “estimate” ones are only put in order, and their contacts are not known.
      </p>
      {all.length > FIRST && (
        <button type="button" className="rota-button" onClick={() => setIsAll(!isAll)}>
          {isAll ? 'The first ten' : `All ${all.length} roles`}
        </button>
      )}
    </div>
  )
}

function ValueRow({
  value,
  isDrawn,
  draw,
}: {
  readonly value: Value
  readonly isDrawn: boolean
  readonly draw: (role: string) => void
}) {
  const { role, title, place, gain, checked, cost, metPerThousand } = value
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-label="Where it helps most">{place}</td>
      <td data-label="More contacts met" className="rota-table__number">
        {checked ? tenth(gain.met) : 'not tried'}
      </td>
      <td data-label="In time" className="rota-table__number">
        {checked ? tenth(gain.inTime) : 'not tried'}
      </td>
      <td data-label="Pay for it" className="rota-table__number">
        {pounds(cost)}
      </td>
      <td data-label="Left to pay" className="rota-table__number">
        {leftWords(value)}
      </td>
      <td data-label="Contacts for £1,000" className="rota-table__number">
        {!checked ? 'not tried' : metPerThousand === null ? 'nothing to pay' : tenth(metPerThousand)}
      </td>
      <td data-label="How sure">{checked ? 'checked' : 'estimate'}</td>
      <td data-label="Curve">
        <button type="button" className="rota-link" aria-pressed={isDrawn} onClick={() => draw(role)}>
          {isDrawn ? 'shown below' : 'show'}
          <span className="nhsuk-u-visually-hidden">: {title}</span>
        </button>
      </td>
    </tr>
  )
}

const TENTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

export function tenth(n: number): string {
  return TENTHS.format(Math.round(n * 10) / 10)
}
