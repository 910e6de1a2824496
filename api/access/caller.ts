/** Who calls. Put down once, before any call is answered; routes and the store go by it. */
import type { Response } from 'express'
import { Defect } from '../../src/errors.ts'
import { Refusal } from '../problems.ts'
import type { Role } from '../store/grants.ts'
import type { Networks } from '../store/tenant.ts'

export type { Role } from '../store/grants.ts'

export interface Caller {
  /** A system may do what its key says, but never publish: that is a person's act. */
  readonly kind: 'person' | 'system'
  /** As the audit log has it: an id, never a name. */
  readonly actor: string
  /** The most that they are, of the roles that may do this call. */
  readonly role: Role
  /** Those in which they may do this call. */
  readonly networks: Networks
}

const callers = new WeakMap<object, Caller>()

export function setCaller(response: Response, caller: Caller): void {
  callers.set(response, caller)
}

/** A call without a caller is a defect. */
export function callerOf(response: Response): Caller {
  const caller = callers.get(response)
  if (caller === undefined) throw new Defect('a call has come in without its caller')
  return caller
}

/** Refuses a network that is not among the caller's. */
export function requireNetwork(caller: Caller, ods: string): void {
  if (caller.networks === 'all' || caller.networks.includes(ods)) return
  const detail = 'You have no access to this network.'
  throw new Refusal('forbidden', { complaints: [{ pointer: '', detail, seen: ods.slice(0, 60) }] })
}
