/** The authorised caller. Determined once, before any handler runs; routes and the store rely on it. */
import type { Response } from 'express'
import { Defect } from '../../src/errors.ts'
import { Refusal } from '../problems.ts'
import type { Role } from '../store/grants.ts'
import type { Networks } from '../store/tenant.ts'

export type { Role } from '../store/grants.ts'

export interface Caller {
  /** A system may do what its key allows, but never publish: only people may. */
  readonly kind: 'person' | 'system'
  /** As in the audit log: an id, never a name. */
  readonly actor: string
  /** The caller's highest role among those that may make this call. */
  readonly role: Role
  /** Networks for which they may make this call. */
  readonly networks: Networks
}

const callers = new WeakMap<object, Caller>()

export function setCaller(response: Response, caller: Caller): void {
  callers.set(response, caller)
}

/** Throws a Defect if no caller was determined. */
export function callerOf(response: Response): Caller {
  const caller = callers.get(response)
  if (caller === undefined) throw new Defect('a call has come in without its caller')
  return caller
}

/** Throws a Refusal if the network isn't one of the caller's. */
export function requireNetwork(caller: Caller, ods: string): void {
  if (caller.networks === 'all' || caller.networks.includes(ods)) return
  const detail = 'You have no access to this network.'
  throw new Refusal('forbidden', { complaints: [{ pointer: '', detail, seen: ods.slice(0, 60) }] })
}
