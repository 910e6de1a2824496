import { useState } from 'react'
import type { Assignment } from '../../../api.ts'
import { differencesByPerson } from '../../../parts/week/differences.ts'
import { plural } from '../../../parts/week/figures.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import type { Replanning, Replans } from './use-replans.ts'

export type ReplanPoint = Replans['points'][number]
type Point = ReplanPoint
/** A point with a rota; others can't be chosen. */
export type PlannedPoint = Point & { readonly rota: NonNullable<Point['rota']> }

export interface ChangeScaleProps {
  readonly plan: WeekPlan
  /** The current assignments. */
  readonly assignments: readonly Assignment[]
  readonly replanning: Replanning
  readonly isBusy: boolean
  /** What choosing a point without changes does; null if it does nothing. */
  readonly nothing: string | null
  /** Puts the point's rota on the board. */
  readonly take: (point: PlannedPoint) => void
}

/** "Change at most 0 · 1 · 3 · any": the gain of each step, and the rota of the chosen one. */
export function ChangeScale({ replanning, ...props }: ChangeScaleProps) {
  const { answer, progress, fault, stop } = replanning
  const [chosen, setChosen] = useState<Point['allowed'] | null>(null)
  const points = answer?.points ?? []
  const point = points.filter(isPlanned).find(({ allowed }) => allowed === chosen)
  return (
    <div className="rota-scale" aria-live="polite">
      {replanning.isBusy && (
        <p>
          {progress === null
            ? 'Planning the week with few changes. This takes a few seconds…'
            : `${progress.doing}${progress.of === null ? '' : `, step ${progress.step} of ${progress.of}`}…`}{' '}
          <button type="button" className="rota-link" onClick={stop}>
            Stop
          </button>
        </p>
      )}
      {fault !== null && <p className="rota-dialog__fault">{fault}</p>}
      {points.length > 0 && (
        <fieldset>
          <legend>Change at most</legend>
          {points.map((one) => (
            <label key={one.allowed} className="rota-scale__step">
              <input
                type="radio"
                name="change-at-most"
                checked={one.allowed === chosen}
                disabled={one.rota === null}
                onChange={() => setChosen(one.allowed)}
              />
              <strong>{allowedWords(one)}</strong> <span>{gainWords(one)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {point !== undefined && <Chosen point={point} {...props} />}
    </div>
  )
}

function isPlanned(point: Point): point is PlannedPoint {
  return point.rota !== null
}

type ChosenProps = Omit<ChangeScaleProps, 'replanning'> & { readonly point: PlannedPoint }

/** The people affected, shown before the rota is chosen. */
function Chosen({ point, plan, assignments, isBusy, nothing, take }: ChosenProps) {
  const changes = differencesByPerson(plan, assignments, point.rota.assignments)
  const name = point.moves.length > 0 ? `Change ${plural(point.moves.length, 'session')}` : nothing
  return (
    <div className="rota-scale__chosen">
      <p>{point.sentence}</p>
      <ul>
        {changes.flatMap((person) =>
          person.sentences.map((sentence) => (
            <li key={`${person.id} ${sentence}`}>
              {person.name}, {sentence}
            </li>
          )),
        )}
      </ul>
      {name !== null && (
        <button type="button" className="rota-button rota-button--main" disabled={isBusy} onClick={() => take(point)}>
          {name}
        </button>
      )}
    </div>
  )
}

function allowedWords({ allowed }: Point): string {
  if (allowed === 'any') return 'Any number'
  return allowed === 0 ? 'Nothing' : plural(allowed, 'session')
}

/** Compared with the previous step. */
function gainWords({ allowed, gains, losses, rota, sentence }: Point): string {
  if (rota === null) return sentence
  if (allowed === 0) return 'everybody stays where they are'
  if (gains.length === 0) return 'no further gain'
  return [...gains, ...losses.map((loss) => `but ${loss.charAt(0).toLowerCase()}${loss.slice(1)}`)].join(' ')
}
