/** The output file of the run over England: a JSON line a network, kept as soon as the network is done. */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'
import { BadInput } from '../../src/errors.ts'
import { type EnglandLine, readLines } from './line.ts'

export interface Ledger {
  /** What earlier runs have left there. */
  readonly lines: readonly EnglandLine[]
  readonly add: (line: EnglandLine) => void
}

/** A line that an earlier run did not finish writing is cut off. Without a file, nothing is kept. */
export function openLedger(path: string | undefined): Ledger {
  if (path === undefined) return { lines: [], add: () => {} }
  const text = told(path, () => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
  const lines = told(path, () => readLines(text))
  told(path, () => {
    const torn = text.length > 0 && !text.endsWith('\n')
    if (torn) truncateSync(path, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
    // Found out now, and not after the first network, where the file cannot be written.
    else appendFileSync(path, '')
  })
  return { lines, add: (line) => told(path, () => appendFileSync(path, `${JSON.stringify(line)}\n`)) }
}

/** Faults of the file, and in it, as the caller's to mend. */
function told<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof BadInput)
      throw new BadInput(error.complaints.map((complaint) => ({ ...complaint, pointer: path })))
    const detail = `The file system says: ${error instanceof Error ? error.message : String(error)}`
    throw new BadInput([{ pointer: path, detail }])
  }
}
