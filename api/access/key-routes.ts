/** Keys of systems: made, shown once, listed without themselves, revoked. */
import type { Request, Response } from 'express'
import { readBody } from '../body.ts'
import { type KeyResponse, keyRequest } from '../contract/access.ts'
import { readAs } from '../contract.ts'
import { Refusal } from '../problems.ts'
import type { ApiKey } from '../store/api-keys.ts'
import { callerOf } from './caller.ts'
import type { Doors } from './doors.ts'
import { idOf } from './people-routes.ts'
import { hashOf, KEY_PREFIX, newSecret } from './secrets.ts'

/** Until a key expires, where nothing else is asked for: a quarter, after which somebody looks whether it is still needed. */
const DAYS = 90

/** Letters of a key that are kept, by which people tell one from another: too few to guess the rest from. */
const SHOWN = KEY_PREFIX.length + 6

/** GET /v1/keys. */
export function getKeys(doors: Doors) {
  return async (_: Request, response: Response): Promise<void> => {
    response.json({ keys: (await doors.keys()).map(answerOf) })
  }
}

/** POST /v1/keys. */
export function postKey(doors: Doors) {
  return async (request: Request, response: Response): Promise<void> => {
    const { name, grants, days = DAYS } = readAs(keyRequest, readBody(request))
    const key = KEY_PREFIX + newSecret()
    const asked = { name, grants, days, hash: hashOf(key), starts: key.slice(0, SHOWN) }
    const made = await doors.makeKey(callerOf(response).actor, asked)
    response.status(201).json({ ...answerOf(made), key })
  }
}

/** DELETE /v1/keys/{id}. */
export function deleteKey(doors: Doors) {
  return async (request: Request<{ id: string }>, response: Response): Promise<void> => {
    const id = idOf(request)
    if (await doors.revokeKey(callerOf(response).actor, id)) {
      response.status(204).end()
      return
    }
    const complaint = { pointer: '', detail: 'There is no such key.', seen: id }
    throw new Refusal('not-found', { complaints: [complaint] })
  }
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
