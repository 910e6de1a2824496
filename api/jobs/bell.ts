/** Signals within one process that an operation has changed, here or, if a server passes it on, in another process. */

/** Rung when an operation is waiting for a worker. */
export const NEW_WORK = 'new work'

export interface Bell {
  /** `name`: id of a changed operation, or `NEW_WORK`. */
  ring(name: string): void
  /** Rings every bell, since listeners may have missed something. */
  ringAll(): void
  /** Calls back at every ring of this name until the returned function is called. */
  listen(name: string, listener: () => void): () => void
}

export function makeBell(): Bell {
  const listeners = new Map<string, Set<() => void>>()
  return {
    ringAll: () => {
      for (const each of [...listeners.values()]) for (const listener of [...each]) listener()
    },
    ring: (name) => {
      for (const listener of [...(listeners.get(name) ?? [])]) listener()
    },
    listen: (name, listener) => {
      const mine = listeners.get(name) ?? new Set()
      listeners.set(name, mine.add(listener))
      return () => {
        mine.delete(listener)
        if (mine.size === 0 && listeners.get(name) === mine) listeners.delete(name)
      }
    },
  }
}
