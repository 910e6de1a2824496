/** Links accounts to people in a network. */
import { BadInput } from '../../src/errors.ts'
import { EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import { accountRequest, accountResponse, accountsResponse } from '../contract/own-weeks.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { notFound, ods, person } from './parameters.ts'
import { networkIn } from './week-of.ts'

export const listAccounts = call({
  method: 'get',
  path: '/v1/networks/{ods}/accounts',
  name: 'listAccounts',
  tag: 'Own weeks',
  summary: 'List which people of a network have an account',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  answers: { 200: { does: 'People with their accounts.', schema: accountsResponse } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      response.json({ network, accounts: await kept.listAccounts(network) })
    },
})

export const linkAccount = call({
  method: 'put',
  path: '/v1/networks/{ods}/people/{person}/account',
  name: 'linkAccount',
  tag: 'Own weeks',
  summary: 'Say which account belongs to a person',
  description:
    'Whoever signs in with it then sees this person’s published sessions and enters this person’s wishes. The account needs a role in the network.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, person },
  body: { kind: 'small', schema: accountRequest, example: { email: 'ada@example.nhs.uk' } },
  answers: { 200: { does: 'The person with their account.', schema: accountResponse } },
  problems: ['too-heavy', 'busy'],
  handle:
    ({ kept, ask }) =>
    async ({ params, body: { account, email } }, response) => {
      const { network, actor } = networkIn(params, response)
      const { person } = params
      const record = await kept.findRecord(network, null)
      const outline = record && (await ask('recordOutline', { record: record.body }, { who: whoOf(response) }))
      if (!outline?.people.includes(person)) throw notFound('The network’s record has no such person.', person)
      const known = account === undefined ? { email: email ?? '' } : { id: account }
      const found = await kept.linkAccount({ network, actor, person }, known)
      if (found === null) {
        const detail = 'Nobody who has a role in this network signs in with this.'
        const [field, seen] = account === undefined ? ['email', email ?? ''] : ['account', account]
        throw new BadInput([{ pointer: `/${field}`, detail, seen, maybe: 'an administrator invites them first' }])
      }
      response.json({ person, account: found.id, name: found.name })
    },
})

export const unlinkAccount = call({
  method: 'delete',
  path: '/v1/networks/{ods}/people/{person}/account',
  name: 'unlinkAccount',
  tag: 'Own weeks',
  summary: 'Take a person’s account away from them',
  description: 'The account stays; it no longer sees this person’s sessions.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, person },
  answers: { 204: { does: 'Done.' } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network, actor } = networkIn(params, response)
      const { person } = params
      if (!(await kept.unlinkAccount({ network, actor, person }))) throw notFound('This person has no account.', person)
      response.status(204).end()
    },
})
