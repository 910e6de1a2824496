/** API keys of other systems: created and shown once, listed without the secret, revoked. */
import { callerOf } from '../access/caller.ts'
import { ADMINISTER, NO_TENANT } from '../access/permissions.ts'
import { hashOf, KEY_PREFIX, newSecret } from '../access/secrets.ts'
import { type KeyResponse, keyRequest, keysResponse, newKeyResponse } from '../contract/access.ts'
import type { Refusal } from '../problems.ts'
import type { ApiKey } from '../store/api-keys.ts'
import { call } from './call.ts'
import { givenId, notFound } from './parameters.ts'

/** Default lifetime of a key in days: a quarter, after which somebody reviews whether it is still needed. */
const DAYS = 90

/** Characters of a key stored to tell keys apart: too few to guess the rest. */
const SHOWN = KEY_PREFIX.length + 6

export const listKeys = call({
  method: 'get',
  path: '/v1/keys',
  name: 'listKeys',
  tag: 'Access',
  summary: 'List keys for other systems',
  description: 'Without their secrets.',
  permission: { by: ADMINISTER, of: NO_TENANT },
  answers: { 200: { does: 'All keys, revoked and expired ones included.', schema: keysResponse } },
  handle:
    ({ doors }) =>
    async (_, response) => {
      response.json({ keys: (await doors.keys()).map(answerOf) })
    },
})

export const makeKey = call({
  method: 'post',
  path: '/v1/keys',
  name: 'makeKey',
  tag: 'Access',
  summary: 'Create a key for another system',
  description: 'The system sends it as `Authorization: Bearer`. It is shown only once, in this response.',
  permission: { by: ADMINISTER, of: NO_TENANT, only: 'person' },
  body: {
    kind: 'small',
    schema: keyRequest,
    example: { name: 'Appointment book', grants: [{ role: 'staff', network: 'U49929' }], days: 90 },
  },
  answers: { 201: { does: 'The key.', schema: newKeyResponse } },
  handle:
    ({ doors }) =>
    async ({ body: { name, grants, days = DAYS } }, response) => {
      const key = KEY_PREFIX + newSecret()
      const asked = { name, grants, days, hash: hashOf(key), starts: key.slice(0, SHOWN) }
      const made = await doors.makeKey(callerOf(response).actor, asked)
      response.status(201).json({ ...answerOf(made), key })
    },
})

export const revokeKey = call({
  method: 'delete',
  path: '/v1/keys/{id}',
  name: 'revokeKey',
  tag: 'Access',
  summary: 'Revoke a key',
  permission: { by: ADMINISTER, of: NO_TENANT },
  params: { id: givenId('The key’s id.', noSuchKey) },
  answers: { 204: { does: 'The key is revoked.' } },
  handle:
    ({ doors }) =>
    async ({ params: { id } }, response) => {
      if (!(await doors.revokeKey(callerOf(response).actor, id))) throw noSuchKey(id)
      response.status(204).end()
    },
})

function noSuchKey(id: string): Refusal {
  return notFound('No key has this id.', id)
}

function answerOf(key: ApiKey): KeyResponse {
  return {
    id: key.id,
    name: key.name,
    starts: key.starts,
    grants: [...key.grants],
    madeAt: key.madeAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    revokedAt: key.revokedAt?.toISOString() ?? null,
    usedAt: key.usedAt?.toISOString() ?? null,
  }
}
