/** Checks the effects of leave before it is granted. */
import { IN_NETWORK_FIELD, LOOK } from '../access/permissions.ts'
import { leaveCheckRequest, leaveCheckResponse } from '../contract/leave-checks.ts'
import { mondaysOf } from '../desk/leave-checking.ts'
import { fieldsOf } from '../people/fields.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { requireLeave } from './leave.ts'
import { noRecord } from './network-records.ts'
import { networkIn } from './week-of.ts'

export const checkLeave = call({
  method: 'post',
  path: '/v1/leave-checks',
  name: 'checkLeave',
  tag: 'Record',
  summary: 'Ask what leave would do before granting it',
  description:
    'The weeks that it touches, drawn from the network’s record with and without it: who else is away, sessions without anybody for the duty or for supervision, published sessions, and for how many contacts there would be no time. Nothing is stored.',
  permission: { by: LOOK, of: IN_NETWORK_FIELD },
  body: {
    kind: 'small',
    schema: leaveCheckRequest,
    example: { network: 'U99999', leave: { person: 'p001', from: '2027-02-15', to: '2027-02-19' } },
  },
  answers: { 200: { does: 'Its effects, week by week.', schema: leaveCheckResponse } },
  problems: ['not-found', 'too-heavy', 'busy'],
  alsoWrong:
    ({ kept, ask }) =>
    async ({ body }, response) => {
      const { network } = networkIn({ ods: String(body.network) }, response)
      await requireLeave({ kept, ask }, { network, leave: fieldsOf(body.leave), pointer: '/leave' }, response)
    },
  handle:
    ({ kept, ask }) =>
    async ({ body: { network: ods, leave } }, response) => {
      const { network } = networkIn({ ods }, response)
      const record = await kept.findRecord(network, null)
      if (record === null) throw noRecord(network)
      const mondays = mondaysOf(leave)
      const range = { first: mondays[0] ?? leave.from, last: mondays.at(-1) ?? leave.from }
      const past = await kept.publishedRotas(network, range)
      const asked = { record: record.body, leave, past }
      response.json({ network, person: leave.person, ...(await ask('checkLeave', asked, { who: whoOf(response) })) })
    },
})
