/** After fault injection: lets everything finish, closes all callers, and compares the records. */
import { type Home, openDatabase } from '../api/store/database.ts'
import { type Inspection, inspect } from './inspection.ts'
import type { Ledger } from './ledger.ts'
import { asked } from './load.ts'
import type { RotaProcess } from './rota-process.ts'
import { type Row, until } from './trial.ts'

export interface Scene {
  readonly home: Home
  readonly url: string
  readonly processes: readonly RotaProcess[]
  readonly ledger: Ledger
}

/** Waits for the last solve, ends every process, and compares the database with the ledger. */
export async function aftermath({ home, url, processes, ledger }: Scene): Promise<Inspection> {
  await untilQuiet(url, ledger)
  await Promise.all(processes.map((process) => process.end()))
  const database = await openDatabase(home, () => undefined)
  try {
    return await inspect(database.db, ledger)
  } finally {
    await database.close()
  }
}

/** Waits until nothing is queued or running: a dead worker's solve is taken over after half a minute. */
async function untilQuiet(url: string, ledger: Ledger): Promise<void> {
  const seconds = 180 + 5 * ledger.operations.size
  const quiet = (answer: Awaited<ReturnType<typeof asked>>) => {
    const { queued, running } = (answer?.body ?? {}) as { queued?: number; running?: number }
    return answer?.status === 200 && queued === 0 && running === 0
  }
  // Anything unfinished by then is stuck, and reported by the inspection.
  await until({ waitingFor: 'the last solve', seconds }, () => asked(`${url}/readyz`), quiet).catch(() => undefined)
}

/** The three rows common to all such trials. */
export function bookRows({ states, mostAttempts, lost, stuck, twice }: Inspection, tried: string): readonly Row[] {
  const ends = [...states].map(([state, count]) => `${count} ${state}`).join(', ')
  return [
    rowOf('No acknowledged document, rota or operation is lost', tried, { faults: lost, seen: `0 lost; ${ends}` }),
    rowOf('No solve gets stuck', tried, { faults: stuck, seen: `0 stuck; most attempts: ${mostAttempts}` }),
    rowOf('No solve finishes twice', tried, {
      faults: twice,
      seen: '0 twice, by events, versions, keys and audit log',
    }),
  ]
}

/** A row: survived if there are no faults, otherwise listing the first few. */
export function rowOf(
  what: string,
  tried: string,
  { faults, seen }: { readonly faults: readonly string[]; readonly seen: string },
): Row {
  const told = faults.length === 0 ? seen : `${faults.length}: ${faults.slice(0, 3).join('; ')}`
  return { what, tried, seen: told, survived: faults.length === 0 }
}

/** Describes calls answered with a server error. */
export function faultWords(faults: ReadonlyMap<number, number>): readonly string[] {
  return [...faults].map(([status, count]) => `${count} times ${status}`)
}
