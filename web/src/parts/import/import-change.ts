/** An import as a single change to a record, which can be undone. */
import { mergedRecord } from '../../../../src/intake/imports/merged-record.ts'
import type { NetworkRecord } from '../../api.ts'
import type { RecordChange } from '../record/use-record-changes.ts'
import { withRemembered } from './corrections.ts'
import type { Taken } from './import-dialog.tsx'

/** `what`: "12 people from team.xlsx". */
export function importChange(what: string, { result, corrections }: Taken): RecordChange {
  // The merged data came from the service, so it has the API's types.
  const merged = (record: NetworkRecord) => mergedRecord(record, result) as NetworkRecord
  return { what, apply: (record) => withRemembered(merged(record), corrections) }
}
