/** The facts about earlier published weeks that later weeks depend on. */
import { z } from 'zod'
import { BadInput } from '../../errors.ts'
import { addDays, type Day } from '../../time.ts'
import { Complaints } from '../document/complaints.ts'
import { assignmentSchema, weekSchema } from '../document/schema.ts'
import { complainOf } from '../document/wording.ts'
import type { AssignmentDocument } from '../rota-document.ts'

export interface StillWaiting {
  readonly site: string
  readonly need: string
  /** The day of the request. */
  readonly asked: Day
  readonly contacts: number
}

/** A published rota for one or more weeks. */
export interface PublishedRota {
  readonly from: Day
  readonly to: Day
  readonly assignments: readonly AssignmentDocument[]
  /** Contacts still waiting at the end; null if the report doesn't say. */
  readonly waiting: readonly StillWaiting[] | null
  /** Sessions of protected time still owed, by person. */
  readonly protectedOwed: ReadonlyMap<string, number>
}

const reportSchema = z.looseObject({
  format: z.literal('report/1'),
  week: weekSchema,
  assignments: z.array(assignmentSchema),
  waiting: z
    .array(z.looseObject({ site: z.string(), need: z.string(), asked: z.string(), contacts: z.number().min(0) }))
    .exactOptional(),
  people: z.array(z.looseObject({ id: z.string(), protectedOwed: z.number().exactOptional() })).exactOptional(),
})

/** Reads a report, `report/1`. Throws a BadInput for anything else. */
export function readPublished(value: unknown): PublishedRota {
  const read = reportSchema.safeParse(value)
  if (!read.success) {
    const complaints: Complaints = new Complaints()
    complainOf(read.error.issues, { at: [], value, schema: reportSchema }, complaints)
    complaints.refuse()
  }
  const { week, assignments, waiting = null, people = [] } = read.data
  return {
    from: week.from,
    to: addDays(week.from, 7 * (week.weeks ?? 1) - 1),
    assignments,
    waiting,
    protectedOwed: new Map(
      people.flatMap(({ id, protectedOwed }) => (protectedOwed === undefined ? [] : [[id, protectedOwed]])),
    ),
  }
}

/** In order of time. Throws a BadInput if two rotas overlap, because a day is published only once. */
export function inOrder(past: readonly PublishedRota[]): readonly PublishedRota[] {
  const sorted = [...past].sort((a, b) => a.from.localeCompare(b.from))
  for (const [n, rota] of sorted.entries()) {
    const earlier = sorted[n - 1]
    if (earlier === undefined || earlier.to < rota.from) continue
    const detail = 'Two of the earlier rotas are of the same week.'
    throw new BadInput([{ pointer: '/past', detail, seen: rota.from, maybe: 'give each published week once' }])
  }
  return sorted
}
