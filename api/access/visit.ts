/** What is known about a running call: its declaration and its caller. */
import type { Response } from 'express'
import { Defect } from '../../src/errors.ts'
import type { Line } from './call-finding.ts'
import type { Identity } from './identity.ts'

export interface Visit {
  readonly line: Line
  /** Path parameters, as text. */
  readonly params: Readonly<Record<string, string>>
  /** Null if no caller was identified. */
  readonly identity: Identity | null
  /** Why it was refused, in one word for the log. */
  readonly why: string | null
}

const visits = new WeakMap<object, Visit>()

export function noteCall(response: Response, { line, params }: Pick<Visit, 'line' | 'params'>): void {
  visits.set(response, { line, params, identity: null, why: null })
}

export function noteIdentity(response: Response, identity: Identity): void {
  visits.set(response, { ...callNoted(response), identity })
}

export function noteWhy(response: Response, why: string): void {
  visits.set(response, { ...callNoted(response), why })
}

/** Null if the call was refused before it was routed. */
export function visitOf(response: Response): Visit | null {
  return visits.get(response) ?? null
}

export function callNoted(response: Response): Visit {
  const visit = visits.get(response)
  if (visit === undefined) throw new Defect('a call has come in whose line nobody has found')
  return visit
}

/** The caller's identity, for calls that require one. */
export function identityOf(response: Response): Identity {
  const { identity } = callNoted(response)
  if (identity === null) throw new Defect('a call for those who have signed in has come in without anybody')
  return identity
}
