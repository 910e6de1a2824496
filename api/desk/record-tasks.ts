/** What is done with records at the desk: checked, and changed by a patch. */
import { hashDocument } from '../../src/intake/document-hash.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { mergePatch } from '../../src/merge-patch.ts'
import type { RuleEntry } from '../../src/policy.ts'
import { parseBody, textOf } from '../body.ts'

/** Of a valid record, what is needed to store it. */
export interface AcceptedRecord {
  readonly network: { readonly ods: string; readonly name: string }
  /** JSON. */
  readonly body: string
  readonly documentHash: string
}

export function recordTasks(ruleBook: readonly RuleEntry[]) {
  const accepted = (record: unknown, body: string): AcceptedRecord => {
    const { ods, name } = checkRecord(record, ruleBook).network
    return { network: { ods, name }, body, documentHash: hashDocument(record) }
  }
  return {
    acceptRecord: ({ body }: { readonly body: Uint8Array }): AcceptedRecord => accepted(parseBody(body), textOf(body)),

    /** `record` is the JSON of the one to change; complaints point into the record after the change. */
    patchRecord: ({ body, record }: { readonly body: Uint8Array; readonly record: string }): AcceptedRecord => {
      const changed = mergePatch(parseJson(record), parseBody(body))
      return accepted(changed, JSON.stringify(changed))
    },
  }
}
