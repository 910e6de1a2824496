/** Enters an absence in the week's document; the chosen answer becomes an undoable manual change. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { Assignment, WeekDocument } from '../../../api.ts'
import { storeRecord } from '../../../parts/record/known-record.ts'
import { newLeaveId } from '../../../parts/record/new-leave-id.ts'
import { changesBetween, stepOf } from '../../../parts/week/steps.ts'
import type { WeekKey } from '../../../parts/week/week-queries.ts'
import { keepDocument, keptDocument } from './keep-document.ts'
import type { Edits } from './use-edits.ts'
import { withoutUnasked } from './without-unasked.ts'

/** The response to an absence, in words and as a complete rota. */
export interface Answer {
  readonly sentence: string
  readonly rota: { readonly assignments: readonly Assignment[] }
}

/** Who is away from when to when; all day unless parts are named. */
export interface Away {
  readonly person: string
  readonly from: string
  readonly to: string
  readonly parts?: readonly string[]
}

/** What was found for an absence, and what is chosen of it. */
export interface Chosen {
  readonly away: Away
  /** The week's document with the absence in it. */
  readonly entered: WeekDocument
  readonly answer: Answer
}

export function useAbsences(week: WeekKey, edits: Edits) {
  const queries = useQueryClient()
  return {
    take: async ({ away, entered, answer: { sentence, rota } }: Chosen) => {
      const { document, etag } = await keptDocument(queries, week)
      // Includes additional people the answer needs, such as a locum. The service's document marks the rota that was sent as published,
      // which a draft isn't, so our own value is kept.
      const { published = null } = document
      const kept = { ...withoutUnasked(entered, document, rota.assignments), published }
      await keepDocument(queries, week, { document: kept, etag })
      const isOnCalendar = await enteredOnCalendar(queries, week, away)
      const { assignments } = edits.state
      const say = isOnCalendar ? firstOf(sentence) : `${firstOf(sentence)}. The leave calendar could not be changed`
      edits.make(stepOf(say, assignments, changesBetween(assignments, rota.assignments)))
    },
  }
}

/** In the network's record, so that the leave calendar and later weeks know of it. False if it could not be stored there. */
async function enteredOnCalendar(queries: QueryClient, { ods }: WeekKey, { parts, ...away }: Away): Promise<boolean> {
  try {
    await storeRecord(queries, ods, (record) => {
      const leave = record.leave ?? []
      const own = { id: newLeaveId(leave), ...away, ...(parts === undefined ? {} : { parts: [...parts] }) }
      const isTheirs = record.people.some(({ id }) => id === away.person)
      return isTheirs ? { ...record, leave: [...leave, own] } : record
    })
    return true
  } catch {
    return false
  }
}

/** The action only; its effects are judged separately. */
function firstOf(sentences: string): string {
  return (sentences.split(/\. (?=\p{Lu})/u)[0] ?? sentences).replace(/\.$/, '')
}
