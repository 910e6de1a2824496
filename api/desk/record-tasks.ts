/** What is done with records at the desk: checked, and changed by a patch. */
import { readAtlas } from '../../src/intake/atlas.ts'
import { checkDocument } from '../../src/intake/document.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { withCopiedPins } from '../../src/intake/record/copied-pins.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import { pastOf, type StoredRota } from '../../src/intake/record/stored-past.ts'
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

export interface Drawing {
  /** JSON of the record. */
  readonly record: string
  /** The week's Monday. */
  readonly from: string
  /** What is published for weeks before, and for this one. */
  readonly past: readonly StoredRota[]
  /** JSON of a document whose pins are taken over; null for none. */
  readonly copied: string | null
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

    /** The document of a week, as JSON. */
    drawWeek: ({ record, from, past, copied }: Drawing): string => {
      const read = checkRecord(parseJson(record), ruleBook)
      const document = drawWeek(read, { from, past: pastOf(past), atlas: readAtlas() })
      return JSON.stringify(
        copied === null ? document : withCopiedPins(document, checkDocument(parseJson(copied), ruleBook)),
      )
    },
  }
}
