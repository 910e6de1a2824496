/** Appointments counted by person and session. */
import type { AssignmentReport } from '../../report.ts'
import type { AppointmentReport } from '../../week-book.ts'

export interface Booked {
  readonly appointments: number
  /** How many of these are visits. */
  readonly visits: number
}

type Post = Pick<AssignmentReport, 'person' | 'date' | 'part'>

const NOTHING: Booked = { appointments: 0, visits: 0 }

/** Looks up each person's appointments by session. */
export class Bookings {
  readonly #byPost = new Map<string, Booked>()

  constructor(rows: readonly AppointmentReport[]) {
    for (const { mode, contacts, ...post } of rows) {
      const { appointments, visits } = this.of(post)
      const more = mode === 'home-visit' ? contacts : 0
      this.#byPost.set(keyOf(post), { appointments: appointments + contacts, visits: visits + more })
    }
  }

  of(post: Post): Booked {
    return this.#byPost.get(keyOf(post)) ?? NOTHING
  }

  /** True if all patients of the clinic are seen at home. */
  isVisits({ work, ...post }: Post & Pick<AssignmentReport, 'work'>): boolean {
    const { appointments, visits } = this.of(post)
    return work === 'clinic' && appointments > 0 && visits === appointments
  }
}

function keyOf({ person, date, part }: Post): string {
  return `${person} ${date} ${part}`
}
