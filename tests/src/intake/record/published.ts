/** Reports of one week, as far as later weeks read them. */
import type { AssignmentDocument } from '../../../../src/intake/rota-document.ts'
import { addDays } from '../../../../src/time.ts'

export interface Published {
  readonly from: string
  readonly rows?: readonly (readonly [person: string, days: number, part: string, work: string])[]
  readonly more?: Readonly<Record<string, unknown>>
}

/** Each row is of a day counted from the Monday, and at Alder Road. */
export function published({ from, rows = [], more = {} }: Published) {
  const assignments = rows.map(
    ([person, day, part, work]): AssignmentDocument => ({
      person,
      date: addDays(from, day),
      part,
      site: 'alder',
      work,
    }),
  )
  return { format: 'report/1', week: { from, weeks: 1 }, assignments, ...more }
}
