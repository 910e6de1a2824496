/** Summaries of published rotas over longer periods: evidence for a board, and a month's lists. */
import { BadInput } from '../../src/errors.ts'
import { evidenceInWords } from '../../src/output/text/evidence.ts'
import { addDays, daysBetween, isDay } from '../../src/time.ts'
import { IN_PATH, LOOK } from '../access/permissions.ts'
import { evidenceQuery, evidenceResponse, monthListsResponse, monthQuery } from '../contract/evidence.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { noRecord } from './network-records.ts'
import { ods } from './parameters.ts'
import { networkIn } from './week-of.ts'

/** Longest period in days: a year, rounded up to whole weeks. */
const MOST_DAYS = 372

export const getEvidence = call({
  method: 'get',
  path: '/v1/networks/{ods}/evidence',
  name: 'getEvidence',
  tag: 'Record',
  summary: 'Get evidence for a board, without names',
  description:
    'From the published rotas: safety findings and how many were resolved before publication, fairness, protected time, wishes granted, changes after publication with their notice, and planned access.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: evidenceQuery,
  answers: { 200: { does: 'The evidence.', schema: evidenceResponse } },
  alsoWrong:
    () =>
    async ({ query: { from, to } }) => {
      if (typeof from === 'string' && isDay(from) && typeof to === 'string' && isDay(to)) requireRange(from, to)
    },
  handle:
    ({ kept, ask }) =>
    async ({ params, query: { from, to } }, response) => {
      const { network } = networkIn(params, response)
      requireRange(from, to)
      const record = await kept.findRecord(network, null)
      if (record === null) throw noRecord(network)
      const range = { first: from, last: to }
      const [past, drafts, changes] = await Promise.all([
        kept.publishedWithDocuments(network, range),
        kept.firstDrafts(network, range),
        kept.changesIn(network, range),
      ])
      const asked = { record: record.body, past, drafts, changes, from, to }
      const evidence = await ask('evidence', asked, { who: whoOf(response) })
      response.json({ network, ...evidence, sentences: evidenceInWords(evidence) })
    },
})

function requireRange(from: string, to: string): void {
  const days = daysBetween(from, to)
  if (days >= 0 && days <= MOST_DAYS) return
  const detail = days < 0 ? `"to" must not be before "from", ${from}.` : 'At most a year at a time.'
  throw new BadInput([{ pointer: '/to', detail, seen: to }])
}

export const getMonthLists = call({
  method: 'get',
  path: '/v1/networks/{ods}/lists',
  name: 'getMonthLists',
  tag: 'Record',
  summary: 'Get a month’s lists: duties, locum gaps, supervision, protected time',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: monthQuery,
  answers: { 200: { does: 'The lists, from the published rotas.', schema: monthListsResponse } },
  handle:
    ({ kept, ask }) =>
    async ({ params, query: { month } }, response) => {
      const { network } = networkIn(params, response)
      const first = `${month}-01`
      const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
      // A week starting in the previous month may extend into this one.
      const past = await kept.publishedWithDocuments(network, { first: addDays(first, -6), last })
      const lists = await ask('monthLists', { past, first, last }, { who: whoOf(response) })
      response.json({ network, month, ...lists })
    },
})
