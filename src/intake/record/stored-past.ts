/** What is published now, week by week, from rotas as they are stored: reports of solves, and rotas made by hand with their judgement. */
import { z } from 'zod'
import { addDays, type Day } from '../../time.ts'
import { assignmentSchema } from '../document/schema.ts'
import type { PublishedRota } from './past.ts'

/** A stored rota, some of whose weeks are published. */
export interface StoredRota {
  readonly weekFrom: Day
  /** How many weeks it has; it may be published for some of them only. */
  readonly weeks: number
  /** JSON of a report, or of `{ assignments, clinics }`. */
  readonly body: string
  /** JSON of the judgement of a rota made by hand. */
  readonly judgement: string | null
  /** Mondays of the weeks that it is published for. */
  readonly held: readonly Day[]
}

/** In a report, or in the judgement of a rota made by hand; an earlier version of this program may have left them out. */
const carriedOver = {
  waiting: z
    .array(z.looseObject({ site: z.string(), need: z.string(), asked: z.string(), contacts: z.number().min(0) }))
    .exactOptional(),
  people: z.array(z.looseObject({ id: z.string(), protectedOwed: z.number().exactOptional() })).exactOptional(),
}
const bodySchema = z.looseObject({ assignments: z.array(assignmentSchema), ...carriedOver })
const judgementSchema = z.looseObject(carriedOver)

/** One for each week that is published; what a rota leaves to the week after is known at its own end alone. */
export function pastOf(stored: readonly StoredRota[]): readonly PublishedRota[] {
  return stored.flatMap((rota) => {
    const { assignments, ...report } = bodySchema.parse(JSON.parse(rota.body))
    const { waiting = null, people = [] } =
      rota.judgement === null ? report : judgementSchema.parse(JSON.parse(rota.judgement))
    const owed = people.flatMap(({ id, protectedOwed }): [string, number][] =>
      protectedOwed === undefined ? [] : [[id, protectedOwed]],
    )
    const last = addDays(rota.weekFrom, 7 * (rota.weeks - 1))
    return rota.held.map((from): PublishedRota => {
      const to = addDays(from, 6)
      const isLast = from === last
      return {
        from,
        to,
        assignments: assignments.filter(({ date }) => from <= date && date <= to),
        waiting: isLast ? waiting : null,
        protectedOwed: new Map(isLast ? owed : []),
      }
    })
  })
}
