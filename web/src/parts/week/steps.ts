/** Manual changes as undoable steps. */
import type { Assignment } from '../../api.ts'

/** A person's work in one session; `null` means off. */
export interface Placing {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly to: Pick<Assignment, 'site' | 'work' | 'remote'> | null
}

export interface Step {
  /** "GP 3 moved to duty at Elm Park on Tuesday 1 December, morning" */
  readonly say: string
  readonly before: readonly Placing[]
  readonly after: readonly Placing[]
}

const keyOf = ({ person, date, part }: Pick<Placing, 'person' | 'date' | 'part'>) => `${person} ${date} ${part}`

/** The rota with these placings applied. */
export function placed(assignments: readonly Assignment[], placings: readonly Placing[]): readonly Assignment[] {
  const moved = new Set(placings.map(keyOf))
  return [
    ...assignments.filter((one) => !moved.has(keyOf(one))),
    ...placings.flatMap(({ to, ...when }): Assignment[] => (to === null ? [] : [{ ...when, ...to }])),
  ]
}

/** The step with these placings and their inverse, for Undo. */
export function stepOf(say: string, assignments: readonly Assignment[], after: readonly Placing[]): Step {
  const now = new Map(assignments.map((one) => [keyOf(one), one]))
  const before = after.map((placing): Placing => {
    const { person, date, part } = placing
    return { person, date, part, to: toOf(now.get(keyOf(placing))) }
  })
  return { say, before, after }
}

export function toOf(assignment: Assignment | undefined): Placing['to'] {
  if (assignment === undefined) return null
  const { site, work, remote } = assignment
  return remote === true ? { site, work, remote } : { site, work }
}

/** The placings that turn one rota into another. */
export function changesBetween(before: readonly Assignment[], after: readonly Assignment[]): readonly Placing[] {
  const [was, is] = [before, after].map((rota) => new Map(rota.map((one) => [keyOf(one), one])))
  if (was === undefined || is === undefined) return []
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  return keys.flatMap((key): Placing[] => {
    const [old, now] = [was.get(key), is.get(key)]
    const place = now ?? old
    if (place === undefined || isSame(toOf(old), toOf(now))) return []
    return [{ person: place.person, date: place.date, part: place.part, to: toOf(now) }]
  })
}

function isSame(a: Placing['to'], b: Placing['to']): boolean {
  return a?.site === b?.site && a?.work === b?.work && a?.remote === b?.remote
}
