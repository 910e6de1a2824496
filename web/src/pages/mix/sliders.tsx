import { memo, useMemo } from 'react'
import type { MixSketch } from '../../api.ts'
import { useStable } from '../../parts/use-stable.ts'
import { plural, pounds, toTenth } from '../../parts/week/figures.ts'
import { CLAIM_NOTE, costsOf, payerName } from './costs.ts'
import { STEPS, type Step } from './mix-view.ts'
import type { Scenario } from './what-ifs.ts'

type More = Scenario['more']

export interface SlidersProps {
  readonly sketch: MixSketch
  readonly more: More
  readonly step: Step
  readonly change: (change: { readonly more?: More; readonly step?: Step }) => void
}

const STEP_NAMES: Readonly<Record<Step, string>> = { 1: 'a session', 4.5: 'a half-time post', 9: 'a full-time post' }
/** Maximum increase on a slider, in sessions a week. */
const REACH = 36

/** One row per role: sessions a week before and after, and the cost. */
export function Sliders({ sketch, more, step, change }: SlidersProps) {
  // A stable callback, so that only the row being moved is rendered again.
  const set = useStable((role: string, extra: number) => change({ more: withRole(more, role, extra) }))
  const isHere = ({ id, people }: MixSketch['roles'][number]) => people > 0 || more[id] !== undefined
  return (
    <section aria-labelledby="mix-sessions" className="rota-mix__sliders">
      <h2 className="nhsuk-heading-s" id="mix-sessions">
        Sessions a week
      </h2>
      <div className="rota-mix__tools">
        <label>
          Move by{' '}
          <select
            className="nhsuk-select"
            value={step}
            onChange={({ target }) => change({ step: STEPS.find((one) => String(one) === target.value) ?? 1 })}
          >
            {STEPS.map((one) => (
              <option key={one} value={one}>
                {STEP_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="rota-button"
          disabled={Object.keys(more).length === 0}
          onClick={() => change({ more: {} })}
        >
          Back to now
        </button>
      </div>
      <RoleList roles={sketch.roles.filter(isHere)} {...{ more, step, set }} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Roles that nobody has yet</span>
        </summary>
        <RoleList roles={sketch.roles.filter((role) => !isHere(role))} {...{ more, step, set }} />
      </details>
      <CostLines sketch={sketch} more={more} />
    </section>
  )
}

interface RoleListProps extends Pick<SlidersProps, 'more' | 'step'> {
  readonly roles: MixSketch['roles']
  readonly set: (role: string, extra: number) => void
}

function RoleList({ roles, more, step, set }: RoleListProps) {
  return (
    <ul>
      {roles.map((role) => (
        <RoleSlider key={role.id} role={role} extra={more[role.id] ?? 0} step={step} set={set} />
      ))}
    </ul>
  )
}

function withRole(more: More, role: string, extra: number): More {
  const { [role]: _, ...others } = more
  return extra === 0 ? others : { ...others, [role]: extra }
}

interface RoleSliderProps {
  readonly role: MixSketch['roles'][number]
  readonly extra: number
  readonly step: Step
  readonly set: (role: string, extra: number) => void
}

const RoleSlider = memo(function RoleSlider({ role, extra, step, set }: RoleSliderProps) {
  const { id, title, sessions, costPerSession, funding } = role
  const after = Math.max(0, sessions + extra)
  const cost = extra * costPerSession
  return (
    <li data-changed={extra === 0 ? undefined : true}>
      <label htmlFor={`mix-${id}`}>{title}</label>
      <output className="rota-mix__sessions">
        {toTenth(sessions)}
        {extra === 0 ? '' : ` → ${toTenth(after)}`}
      </output>
      <Slide {...{ role, extra, step, set }} />
      <span className="rota-mix__cost">
        {extra === 0
          ? `${pounds(costPerSession)} a session, ${payerName(funding)}`
          : `${signed(cost)} a week, ${payerName(funding)}`}
      </span>
    </li>
  )
})

/** The slider, with a button on either side for touch screens. */
function Slide({ role: { id, title, sessions }, extra, step, set }: RoleSliderProps) {
  const least = -Math.floor(sessions / step) * step
  const most = Math.ceil(REACH / step) * step
  const clamp = (value: number) => Math.max(least, Math.min(most, value))
  const after = Math.max(0, sessions + extra)
  return (
    <span className="rota-mix__slide">
      <button
        type="button"
        aria-label={`Fewer: ${title}`}
        disabled={extra - step < least}
        onClick={() => set(id, clamp(extra - step))}
      >
        −
      </button>
      <input
        id={`mix-${id}`}
        type="range"
        min={least}
        max={most}
        step={step}
        value={clamp(extra)}
        aria-valuetext={`${toTenth(sessions)} now, ${toTenth(after)} then`}
        onChange={({ target, timeStamp }) => {
          performance.mark('rota-slider', { startTime: timeStamp })
          set(id, Number(target.value))
        }}
      />
      <button
        type="button"
        aria-label={`More: ${title}`}
        disabled={extra + step > most}
        onClick={() => set(id, clamp(extra + step))}
      >
        +
      </button>
    </span>
  )
}

function CostLines({ sketch, more }: Pick<SlidersProps, 'sketch' | 'more'>) {
  const now = useMemo(() => costsOf(sketch, {}), [sketch])
  const after = costsOf(sketch, more)
  const arrow = (a: number, b: number) => (Math.abs(a - b) < 0.5 ? pounds(a) : `${pounds(a)} → ${pounds(b)}`)
  const time = plural(sketch.weeks, 'week')
  return (
    <>
      <dl className="rota-mix__money" aria-live="polite">
        <div>
          <dt>Pay in {time}, before reimbursement</dt>
          <dd>{arrow(now.total, after.total)}</dd>
        </div>
        <div>
          <dt>Pay in {time}, after reimbursement</dt>
          <dd>{arrow(now.net, after.net)}</dd>
        </div>
        {now.arrs !== null && after.arrs !== null && (
          <div>
            <dt>
              ARRS claimed for {time}, of {pounds(after.arrs.of)}
            </dt>
            <dd>
              {arrow(now.arrs.used, after.arrs.used)}
              {after.arrs.left >= 0
                ? `, ${pounds(after.arrs.left)} left`
                : `, ${pounds(-after.arrs.left)} over: practices pay that`}
            </dd>
          </div>
        )}
      </dl>
      {now.arrs !== null && <p className="rota-mix__basis">{CLAIM_NOTE}</p>}
    </>
  )
}

export function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${pounds(Math.abs(amount))}`
}
