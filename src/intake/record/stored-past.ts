/** What is published now, week by week, from stored rotas: reports of solves, and rotas made by hand with their judgement. */
import { z } from 'zod'
import { addDays, type Day } from '../../time.ts'
import { assignmentSchema } from '../document/schema.ts'
import type { PublishedRota } from './past.ts'

/** A stored rota with at least one published week. */
export interface StoredRota {
  readonly weekFrom: Day
  /** Length in weeks, of which only some may be published. */
  readonly weeks: number
  /** A report or `{ assignments, clinics }`, as JSON. */
  readonly body: string
  /** Judgement of a rota made by hand, as JSON. */
  readonly judgement: string | null
  /** Mondays of the weeks it is published for. */
  readonly held: readonly Day[]
}

/** Fields of a report, or of the judgement of a rota made by hand. Earlier versions may have left them out. */
const carriedOver = {
  waiting: z
    .array(z.looseObject({ site: z.string(), need: z.string(), asked: z.string(), contacts: z.number().min(0) }))
    .exactOptional(),
  people: z.array(z.looseObject({ id: z.string(), protectedOwed: z.number().exactOptional() })).exactOptional(),
}
const bodySchema = z.looseObject({ assignments: z.array(assignmentSchema), ...carriedOver })
const judgementSchema = z.looseObject(carriedOver)

/** One per published week. What a rota carries over is only known at its own end. */
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
