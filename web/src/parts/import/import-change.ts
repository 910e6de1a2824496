/** An import as one change of a record, that Undo takes back. */
import { mergedRecord } from '../../../../src/intake/imports/merged-record.ts'
import type { NetworkRecord } from '../../api.ts'
import type { RecordChange } from '../record/use-record-changes.ts'
import { withRemembered } from './corrections.ts'
import type { Taken } from './import-dialog.tsx'

/** `what`: "12 people from team.xlsx". */
export function importChange(what: string, { result, corrections }: Taken): RecordChange {
  // What is merged came from the service, so it has the API's types.
  const merged = (record: NetworkRecord) => mergedRecord(record, result) as NetworkRecord
  return { what, apply: (record) => withRemembered(merged(record), corrections) }
}
