/** A network's retention periods, and immediate deletion of stored data. */
import { ADMINISTER, EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import { retentionSchema } from '../contract/retention.ts'
import { Refusal } from '../problems.ts'
import type { Deleted } from '../store/deletion.ts'
import { call } from './call.ts'
import { noRecord } from './network-records.ts'
import { from, noSuchRota, notFound, ods, version } from './parameters.ts'
import { networkIn, rotaIn, weekIn } from './week-of.ts'

const EXAMPLE = { weeks: 730, drafts: 90, recordVersions: 365, audit: null }

export const getRetention = call({
  method: 'get',
  path: '/v1/networks/{ods}/retention',
  name: 'getRetention',
  tag: 'Records',
  summary: 'Get how long a network’s data is stored',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  answers: { 200: { does: 'Days for each kind of data; null: until somebody deletes it.', schema: retentionSchema } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      response.json(await kept.findRetention(networkIn(params, response).network))
    },
})

export const changeRetention = call({
  method: 'put',
  path: '/v1/networks/{ods}/retention',
  name: 'changeRetention',
  tag: 'Records',
  summary: 'Set how long a network’s data is stored',
  description:
    'Older data is deleted within minutes, by whichever process next looks. Fair shares look back twelve weeks, so keep weeks longer than that.',
  permission: { by: ADMINISTER, of: IN_PATH, only: 'person' },
  params: { ods },
  body: { kind: 'small', schema: retentionSchema, example: EXAMPLE },
  answers: { 200: { does: 'Stored.', schema: retentionSchema } },
  handle:
    ({ kept }) =>
    async ({ params, body }, response) => {
      await kept.setRetention(networkIn(params, response), body)
      response.json(body)
    },
})

export const deleteWeek = call({
  method: 'delete',
  path: '/v1/networks/{ods}/weeks/{from}',
  name: 'deleteWeek',
  tag: 'Weeks',
  summary: 'Delete everything stored for a week',
  description:
    'Documents and rotas, also those that were published once. What is published now must be withdrawn first.',
  permission: { by: EDIT, of: IN_PATH, only: 'person' },
  params: { ods, from },
  answers: { 204: { does: 'Deleted. Version numbers are not used again.' } },
  problems: ['in-use'],
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const deleted = await kept.deleteWeek(weekIn(params, response))
      requireDeleted(deleted, () => notFound('Nothing is stored for this week.', params.from), IS_PUBLISHED)
      response.status(204).end()
    },
})

const IS_PUBLISHED = 'It is published; withdraw it first.'

function requireDeleted(deleted: Deleted, nothing: () => Refusal, inUse: string): void {
  if (deleted === 'nothing') throw nothing()
  if (deleted === 'in-use') throw new Refusal('in-use', { complaints: [{ pointer: '', detail: inUse }] })
}

export const deleteRota = call({
  method: 'delete',
  path: '/v1/networks/{ods}/weeks/{from}/rotas/{version}',
  name: 'deleteRota',
  tag: 'Rotas',
  summary: 'Delete a rota',
  description: 'If it is published, withdraw it first.',
  permission: { by: EDIT, of: IN_PATH, only: 'person' },
  params: { ods, from, version },
  answers: { 204: { does: 'Deleted. Its number is not used again.' } },
  problems: ['in-use'],
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const deleted = await kept.deleteRota(rotaIn(params, response))
      requireDeleted(deleted, () => noSuchRota(params.version), IS_PUBLISHED)
      response.status(204).end()
    },
})

export const deleteRecordVersion = call({
  method: 'delete',
  path: '/v1/networks/{ods}/record/versions/{version}',
  name: 'deleteRecordVersion',
  tag: 'Record',
  summary: 'Delete an earlier version of the record',
  permission: { by: EDIT, of: IN_PATH, only: 'person' },
  params: { ods, version: { ...version, does: 'The version’s number.' } },
  answers: { 204: { does: 'Deleted. Its number is not used again.' } },
  problems: ['in-use'],
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const tenant = networkIn(params, response)
      const deleted = await kept.deleteRecordVersion(tenant, Number(params.version))
      requireDeleted(deleted, () => noRecord(tenant.network), 'This is the latest version, from which weeks are drawn.')
      response.status(204).end()
    },
})
