/** What is read at the desk from published rotas: lists, figures and people's own weeks. */
import { parseJson } from '../../src/intake/json/parse-json.ts'
import { type Fairness, type FairnessRequest, fairnessOf } from '../../src/intake/record/fairness.ts'
import { type OwnWeek, ownWeekOf } from '../../src/intake/record/own-weeks.ts'
import { publishedWeeks, type StoredWithDocument } from '../../src/intake/record/published-week.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'

interface Past {
  readonly past: readonly StoredWithDocument[]
}

/** A person of a network, and their weeks. */
export interface OwnWeeks {
  /** Null if no week has the person. */
  readonly name: string | null
  readonly weeks: readonly OwnWeek[]
}

export const publishedTasks = {
  /** `record` is JSON. */
  fairness: ({ record, past, ...request }: Past & FairnessRequest & { readonly record: string }): Fairness =>
    fairnessOf(parseJson(record) as NetworkRecord, publishedWeeks(past), request),

  ownWeeks: ({ past, person }: Past & { readonly person: string }): OwnWeeks => {
    const weeks = publishedWeeks(past)
    const known = weeks.flatMap(({ document }) => document.people.filter(({ id }) => id === person))
    return { name: known.at(-1)?.name ?? null, weeks: weeks.map((week) => ownWeekOf(week, person)) }
  },
}
