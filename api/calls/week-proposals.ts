/** Generates a week's document from the network's record and the rotas published for earlier weeks. */
import { HISTORY_WEEKS } from '../../src/intake/record/defaults.ts'
import { addDays, type Day } from '../../src/time.ts'
import { IN_PATH, LOOK } from '../access/permissions.ts'
import { documentRequest } from '../contract/documents.ts'
import { proposalQuery } from '../contract/records.ts'
import type { Kept } from '../kept.ts'
import { whoOf } from '../protection.ts'
import type { KeptRecord } from '../store/kept-records.ts'
import { call } from './call.ts'
import { noRecord } from './network-records.ts'
import { from, ods } from './parameters.ts'
import { noDocument } from './week-documents.ts'
import { weekIn } from './week-of.ts'

/** Minimum weeks of history, needed by rules that span days whatever the record says. */
const LEAST_WEEKS_BACK = 2

export const proposeWeek = call({
  method: 'get',
  path: '/v1/networks/{ods}/weeks/{from}/proposal',
  name: 'proposeWeek',
  tag: 'Weeks',
  summary: 'Draw a week’s document from the network’s record',
  description:
    'People in post and their patterns, leave, wishes, closures and demand of that week; from published weeks: who worked what, who is still waiting, and this week’s own rota if it is published. Nothing is stored.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods, from },
  query: proposalQuery,
  answers: { 200: { does: 'The document.', schema: documentRequest } },
  handle:
    ({ kept, ask }) =>
    async ({ params, query: { copy } }, response) => {
      const { network, weekFrom } = weekIn(params, response)
      const record = await kept.findRecord(network, null)
      if (record === null) throw noRecord(network)
      const copied = copy === undefined ? null : await documentOf({ network, weekFrom: copy }, kept)
      const past = await kept.publishedRotas(network, {
        first: firstOf(weekFrom, record),
        last: weekFrom,
      })
      const drawing = { record: record.body, from: weekFrom, past, copied }
      response.type('json').send(await ask('drawWeek', drawing, { who: whoOf(response) }))
    },
})

/** The Monday of the earliest week this one depends on. */
export function firstOf(monday: Day, { historyWeeks }: Pick<KeptRecord, 'historyWeeks'>): Day {
  return addDays(monday, -7 * Math.max(LEAST_WEEKS_BACK, historyWeeks ?? HISTORY_WEEKS))
}

async function documentOf(week: { readonly network: string; readonly weekFrom: string }, kept: Kept): Promise<string> {
  const document = await kept.findDocument(week, null)
  if (document === null) throw noDocument(week)
  return document.body
}
