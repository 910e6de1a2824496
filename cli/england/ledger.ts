/** The output file of the run over England: one JSON line per network, written as soon as it is done. */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'
import { BadInput } from '../../src/errors.ts'
import { type EnglandLine, readLines } from './line.ts'

export interface Ledger {
  /** Lines of earlier runs. */
  readonly lines: readonly EnglandLine[]
  readonly add: (line: EnglandLine) => void
}

/** A line that an earlier run did not finish writing is removed. Without a file, nothing is stored. */
export function openLedger(path: string | undefined): Ledger {
  if (path === undefined) return { lines: [], add: () => {} }
  const text = told(path, () => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
  const lines = told(path, () => readLines(text))
  told(path, () => {
    const torn = text.length > 0 && !text.endsWith('\n')
    if (torn) truncateSync(path, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
    // Detects now, not after the first network, that the file cannot be written.
    else appendFileSync(path, '')
  })
  return { lines, add: (line) => told(path, () => appendFileSync(path, `${JSON.stringify(line)}\n`)) }
}

/** Turns problems with the file or its content into bad input. */
function told<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof BadInput)
      throw new BadInput(error.complaints.map((complaint) => ({ ...complaint, pointer: path })))
    const detail = `File system error: ${error instanceof Error ? error.message : String(error)}`
    throw new BadInput([{ pointer: path, detail }])
  }
}
