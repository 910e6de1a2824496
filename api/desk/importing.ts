/** Reads an uploaded file as the kind the caller names; stores nothing. */

import { readSync } from 'node:fs'
import { BadInput, Defect } from '../../src/errors.ts'
import type { ImportKind, ImportMapping } from '../../src/intake/imports/import-answer.ts'
import { importContext, type RotaWeek, weekOfRecord } from '../../src/intake/imports/import-context.ts'
import { readMapping } from '../../src/intake/imports/mapping.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import { teamRows } from '../../src/intake/record/team-rows.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { teamWorkbook } from '../../src/output/xlsx/team-workbook.ts'
import type { OpenFile } from '../sent-file.ts'

export interface Importing extends OpenFile {
  readonly as: ImportKind
  readonly today: string
  /** JSON of the network's record, stored or proposed; null if no network is given or the network is unknown. */
  readonly record: string | null
  /** The rota's week, with JSON of its stored document, if any; null if no week was given. */
  readonly week: { readonly from: string; readonly document: string | null } | null
  /** Header value, percent-encoded. */
  readonly mapping: string | null
  readonly year?: number
  readonly role?: string
  readonly site?: string
}

/** Returns the result as JSON. */
export async function importUpload({ fd, size, as, record, week, mapping, ...options }: Importing): Promise<string> {
  // Loaded on demand: the file libraries take a tenth of a second.
  const { importFile } = await import('../../src/intake/imports/import-file.ts')
  const known = record === null ? null : (parseJson(record) as NetworkRecord)
  const rotaWeek = week === null ? null : rotaWeekOf(week, known, options.today)
  const given = { ...options, mapping: mappingIn(mapping), ...(rotaWeek === null ? {} : { week: rotaWeek }) }
  const context = importContext(known, given)
  return JSON.stringify(importFile(bytesOf({ fd, size }), as, context))
}

/** Reads the whole file. */
export function bytesOf({ fd, size }: OpenFile): Uint8Array {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; ) {
    const count = readSync(fd, bytes, at, size - at, at)
    if (count === 0) throw new Defect('a file that was sent has become shorter')
    at += count
  }
  return bytes
}

/** For a week without a document, takes people and sites from the record it will be generated from. */
function rotaWeekOf(
  { from, document }: NonNullable<Importing['week']>,
  record: NetworkRecord | null,
  today: string,
): RotaWeek | null {
  if (document !== null) return parseJson(document) as RotaWeek
  return record === null ? null : weekOfRecord(record, from, today)
}

function mappingIn(header: string | null): ImportMapping {
  if (header === null) return {}
  try {
    return readMapping(parseJson(decodeURIComponent(header)))
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput([{ pointer: '', detail: 'The header Import-Mapping must be percent-encoded JSON.' }])
  }
}

/** Writes a record's team as a workbook. */
export function teamWorkbookOf({ record, today }: { readonly record: string; readonly today: string }) {
  const known = parseJson(record) as NetworkRecord
  return teamWorkbook(known.network.name, teamRows(known, today))
}
