import type { Fairness } from './fairness-page.tsx'
import { KINDS, type Kind, tenth } from './kinds.ts'

export interface FairnessChartProps {
  readonly people: Fairness['people']
  readonly kind: Kind
}

/**
 * One bar per person, from their fair share to what they worked: more to the right, less to the left. Sorted by excess, largest first.
 */
export function FairnessChart({ people, kind }: FairnessChartProps) {
  const rows = people
    .filter((person) => person[kind] > 0 || person.fair[kind] > 0)
    .map((person) => ({ person, above: person[kind] - person.fair[kind] }))
    .sort((a, b) => b.above - a.above)
  const most = Math.max(1, ...rows.map(({ above }) => Math.abs(above)))
  const name = KINDS.find(({ id }) => id === kind)?.name ?? ''
  if (rows.length === 0) return <p>Nobody had any of these.</p>
  return (
    <figure className="rota-bars">
      <figcaption>{name}: sessions above or below a fair share</figcaption>
      <ul>
        {rows.map(({ person, above }) => (
          <li key={person.person}>
            <span className="rota-bars__name">{person.name}</span>
            <span className="rota-bars__track" aria-hidden="true">
              <span
                className="rota-bars__bar"
                data-above={above > 0 || undefined}
                style={{
                  left: `${above > 0 ? 50 : 50 - (Math.abs(above) / most) * 50}%`,
                  width: `${(Math.abs(above) / most) * 50}%`,
                }}
              />
            </span>
            <span className="rota-bars__value">
              {above > 0 ? '+' : above < 0 ? '−' : ''}
              {tenth(Math.abs(above))}{' '}
              <small>
                ({tenth(person[kind])}, fair {tenth(person.fair[kind])})
              </small>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
