/** Desk tasks that read published rotas: lists, figures and people's own weeks. */
import { parseJson } from '../../src/intake/json/parse-json.ts'
import { type Evidence, type EvidenceRequest, evidenceOf } from '../../src/intake/record/evidence.ts'
import { type Fairness, type FairnessRequest, fairnessOf } from '../../src/intake/record/fairness.ts'
import { type OwnWeek, ownWeekOf } from '../../src/intake/record/own-weeks.ts'
import { publishedWeeks, type StoredWithDocument } from '../../src/intake/record/published-week.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import type { RuleEntry } from '../../src/policy.ts'
import { addDays } from '../../src/time.ts'
import { fieldsOf, rowsOf, weeksIn } from '../people/fields.ts'
import type { RotaContent } from '../store/publications.ts'
import { type MonthLists, monthLists } from './month-lists.ts'
import { rotaContent, type StoredRota } from './rota-content.ts'

interface EvidenceAsked extends Past, Omit<EvidenceRequest, 'drafts'> {
  readonly record: string
  /** Reports or judgements, as JSON. */
  readonly drafts: readonly { readonly from: string; readonly judged: string }[]
}

interface Past {
  readonly past: readonly StoredWithDocument[]
}

/** A person in a network, and their weeks. */
export interface OwnWeeks {
  /** Null if the person is in none of the weeks. */
  readonly name: string | null
  readonly weeks: readonly OwnWeek[]
}

export function publishedTasks(ruleBook: readonly RuleEntry[]) {
  return {
    ...READING,
    monthLists: ({ past, first, last }: Past & { readonly first: string; readonly last: string }): MonthLists =>
      monthLists(publishedWeeks(past), { first, last }, ruleBook),
  }
}

/** A published rota as stored, and which of its weeks is requested. */
interface PublishedWeekAsked {
  /** This and `rota`: JSON. */
  readonly document: string
  readonly rota: string
  /** First day of the rota. */
  readonly starts: string
  /** Monday of the requested week. */
  readonly asked: string
  readonly version: number
}

const READING = {
  /** What publishing a rota needs to know of it. */
  rotaContent: (stored: StoredRota): RotaContent => rotaContent(stored),

  /**
   * JSON of what everybody may see of the week; shows only names and roles of people. Data stored by earlier versions is sent as
   * it is.
   */
  publishedWeek: ({ document, rota, starts, asked, version }: PublishedWeekAsked): string => {
    const fields = fieldsOf(JSON.parse(document))
    const { network, parts, sites, people } = fields
    const days = Array.from({ length: 7 }, (_, day) => addDays(asked, day))
    return JSON.stringify({
      networkName: fieldsOf(network).name,
      rota: { from: starts, weeks: weeksIn(fields), version },
      parts: rowsOf(parts).map(({ id, starts, ends, days }) => ({ id, starts, ends, days })),
      sites: rowsOf(sites).map(({ id, name }) => ({ id, name })),
      people: rowsOf(people).map(({ id, name, role }) => ({ id, name, role })),
      assignments: rowsOf(fieldsOf(JSON.parse(rota)).assignments).filter(({ date }) => days.includes(String(date))),
    })
  },

  /** `record` is JSON. */
  fairness: ({ record, past, ...request }: Past & FairnessRequest & { readonly record: string }): Fairness =>
    fairnessOf(parseJson(record) as NetworkRecord, publishedWeeks(past), request),

  evidence: ({ record, past, drafts, ...request }: EvidenceAsked): Evidence =>
    evidenceOf(parseJson(record) as NetworkRecord, publishedWeeks(past), {
      ...request,
      drafts: drafts.map(({ from, judged }) => ({ from, judged: JSON.parse(judged) })),
    }),

  ownWeeks: ({ past, person }: Past & { readonly person: string }): OwnWeeks => {
    const weeks = publishedWeeks(past)
    const known = weeks.flatMap(({ document }) => document.people.filter(({ id }) => id === person))
    return { name: known.at(-1)?.name ?? null, weeks: weeks.map((week) => ownWeekOf(week, person)) }
  },
}
