/** A file that somebody sends, read as what they say it is; nothing is kept. */

import type { ImportKind } from '../../src/intake/imports/import-answer.ts'
import { importContext } from '../../src/intake/imports/merged-record.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import type { Sent } from './tasks.ts'

export interface Importing extends Sent {
  readonly as: ImportKind
  readonly today: string
  /** JSON of the network's record; null if none is given or stored. */
  readonly record: string | null
  readonly year?: number
  readonly role?: string
  readonly site?: string
}

/** The answer as JSON. */
export async function importUpload({ body, as, record, ...options }: Importing): Promise<string> {
  // Loaded by those who need it: the libraries for files take a tenth of a second.
  const { importFile } = await import('../../src/intake/imports/import-file.ts')
  const stored = record === null ? null : (parseJson(record) as NetworkRecord)
  return JSON.stringify(importFile(body, as, importContext(stored, options)))
}
