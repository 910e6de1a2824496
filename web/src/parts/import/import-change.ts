/** An import as one change of a record, that Undo takes back. */
import type { RecordChange } from '../record/use-record-changes.ts'
import { withRemembered } from './corrections.ts'
import type { Taken } from './import-dialog.tsx'
import { withImport } from './with-import.ts'

/** `what`: "12 people from team.xlsx". */
export function importChange(what: string, { result, corrections }: Taken): RecordChange {
  return { what, apply: (record) => withRemembered(withImport(record, result), corrections) }
}
