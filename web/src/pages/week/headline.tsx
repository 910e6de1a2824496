import { type Figures, gapOf, percent, plural, pounds } from '../../parts/week/figures.ts'
import { URGENT_TARGET } from '../../parts/week/site-figures.ts'

/** The week in four figures, starting with the contract's measure. */
export function Headline({ figures, isProven }: { readonly figures: Figures; readonly isProven: boolean }) {
  const { service, cost, findings } = figures
  const { urgent, routine, sameDay } = service
  const duties = findings.filter(({ rule }) => rule === 'duty-doctor').length
  const waiting = service.byNeed.reduce((sum, row) => sum + row.waiting, 0)
  const arrs = cost?.allowance.arrs
  return (
    <div className="rota-headline">
      <dl>
        <Fact
          figure={percent(urgent.share)}
          name={`urgent met on the day, target ${percent(URGENT_TARGET)}`}
          isShort={urgent.share < URGENT_TARGET}
        />
        <Fact figure={percent(routine.share)} name="routine patients seen in time" isShort={false} />
        <Fact
          figure={String(duties)}
          name={duties === 1 ? 'half-day without a duty doctor' : 'half-days without a duty doctor'}
          isShort={duties > 0}
        />
        {cost !== null && (
          <Fact
            figure={pounds(cost.total)}
            name={arrs === undefined ? 'staff cost' : `staff cost, ${arrsWords(arrs)}`}
            isShort={false}
          />
        )}
      </dl>
      <p>
        {sameDay.due > 0 && `${missedWords(sameDay.due - sameDay.inTime, duties)} `}
        {waiting >= 1 && `${waitingWords(waiting, service.overdue)} `}
        {isProven
          ? proofWords(figures)
          : 'Changed by hand, so it is not known how close this is to the best possible rota.'}
      </p>
    </div>
  )
}

/** Patients who wait count as neither seen in time nor late until their target is past; those who were seen late no longer wait. */
function waitingWords(waiting: number, overdue: { readonly contacts: number; readonly waiting: number }): string {
  const all = `${plural(Math.round(waiting), 'patient still waits', 'patients still wait')} when the week ends`
  const late = Math.round(overdue.waiting)
  const seen = Math.round(overdue.contacts) - late
  const seenLate = seen > 0 ? ` ${plural(seen, 'patient was', 'patients were')} seen after their target.` : ''
  return late === 0
    ? `${all}, none of them past their target.${seenLate}`
    : `${all}, ${late.toLocaleString('en-GB')} of them past their target.${seenLate}`
}

/** Covers all same-day need including triage calls, which the measure excludes. */
function missedWords(missed: number, duties: number): string {
  const whole = Math.round(missed)
  if (whole <= 0 && duties > 0)
    return `Every same-day need has an appointment, but ${plural(duties, 'half-day has', 'half-days have')} no duty doctor.`
  return whole <= 0
    ? 'Everyone with a same-day need is dealt with on the day.'
    : `${plural(whole, 'same-day patient')}, including triage calls, not dealt with on the day.`
}

/** The Additional Roles Reimbursement Scheme pays up to an allowance. */
function arrsWords({ used, of }: { readonly used: number; readonly of: number }): string {
  return used > of
    ? `${pounds(used - of)} over the week’s ARRS allowance of ${pounds(of)}`
    : `${pounds(used)} of the ${pounds(of)} ARRS allowance`
}

interface FactProps {
  readonly figure: string
  readonly name: string
  readonly isShort: boolean
}

function Fact({ figure, name, isShort }: FactProps) {
  return (
    <div data-short={isShort || undefined}>
      <dt>{name}</dt>
      <dd>{figure}</dd>
    </div>
  )
}

/** A bound above this is too weak to be useful. */
const TELLING = 0.5

/** The gap as somebody would say it. */
export function proofWords(figures: Pick<Figures, 'levels'>): string {
  const gap = gapOf(figures)
  if (gap === null) return ''
  if (gap > TELLING) return 'How much better another rota could be is not known yet.'
  if (gap < 0.0005) return 'Proven: no rota could see more people in time or be safer.'
  return `Proven: no rota could be more than ${Math.ceil(gap * 1000) / 10}% better.`
}
