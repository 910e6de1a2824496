/** How evenly unpopular sessions were distributed in the published weeks. */
import { addDays, WEEKDAYS, weekdayOf } from '../../src/time.ts'
import { IN_PATH, LOOK } from '../access/permissions.ts'
import { fairnessQuery, fairnessResponse } from '../contract/own-weeks.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { noRecord } from './network-records.ts'
import { ods } from './parameters.ts'
import { networkIn } from './week-of.ts'

/** Default number of weeks, the same as a record's history. */
const WEEKS = 12

export const getFairness = call({
  method: 'get',
  path: '/v1/networks/{ods}/fairness',
  name: 'getFairness',
  tag: 'Record',
  summary: 'Get each person’s share of unpopular sessions',
  description:
    'Mondays, Fridays, duties, evenings and Saturdays of the published weeks, against a fair share among those who could have worked them; and how many wishes came true.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  query: fairnessQuery,
  answers: { 200: { does: 'The shares.', schema: fairnessResponse } },
  handle:
    ({ kept, ask, today }) =>
    async ({ params, query }, response) => {
      const { network } = networkIn(params, response)
      const { weeks = WEEKS } = query
      const record = await kept.findRecord(network, null)
      if (record === null) throw noRecord(network)
      const after = query.before ?? addDays((await kept.lastPublished(network)) ?? today(), 7)
      const before = addDays(after, -WEEKDAYS.indexOf(weekdayOf(after)))
      const range = { first: addDays(before, -7 * weeks), last: addDays(before, -7) }
      const past = await kept.publishedWithDocuments(network, range)
      const asked = { record: record.body, past, before, weeks }
      response.json({ network, ...(await ask('fairness', asked, { who: whoOf(response) })) })
    },
})
