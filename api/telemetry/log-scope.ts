/** Ids of a process's current work, so that each log line has them automatically. */
import { AsyncLocalStorage } from 'node:async_hooks'

export interface LogScope {
  readonly requestId?: string
  /** A queued solve. */
  readonly operation?: string
  /** A webhook delivery. */
  readonly delivery?: string
}

const scopes = new AsyncLocalStorage<LogScope>()

/** Runs work, including anything it starts asynchronously, with these ids added to the current ones. */
export function inScope<T>(scope: LogScope, work: () => T): T {
  return scopes.run({ ...scopes.getStore(), ...scope }, work)
}

export function currentScope(): LogScope {
  return scopes.getStore() ?? {}
}
