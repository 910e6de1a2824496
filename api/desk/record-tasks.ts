/** Desk tasks on records: validating, changing and generating weeks from them. */
import { readAtlas } from '../../src/intake/atlas.ts'
import { checkDocument } from '../../src/intake/document.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import {
  type OwnWish,
  ofLeave,
  ofOwnWishes,
  withLeave,
  withoutLeave,
  withWishes,
} from '../../src/intake/record/changes.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { withCopiedPins } from '../../src/intake/record/copied-pins.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import { leaveCalendar } from '../../src/intake/record/leave-calendar.ts'
import { pastOf, type StoredRota } from '../../src/intake/record/stored-past.ts'
import type { Leave, NetworkRecord } from '../../src/intake/record-document.ts'
import { mergePatch } from '../../src/merge-patch.ts'
import type { RuleEntry } from '../../src/policy.ts'
import { parseBody, textOf } from '../body.ts'
import type { Fields } from '../people/fields.ts'
import { checkLeave, type LeaveChecked, type LeaveChecking } from './leave-checking.ts'

/** What is stored of a valid record. */
export interface AcceptedRecord {
  readonly network: { readonly ods: string; readonly name: string }
  /** JSON. */
  readonly body: string
  readonly documentHash: string
}

export interface WishesChange {
  /** JSON of the record. */
  readonly record: string
  readonly person: string
  readonly wishes: readonly OwnWish[]
}

/** A stored record was validated on arrival, and anything made from it is validated again. */
function asRecord(text: string): NetworkRecord {
  return parseJson(text) as NetworkRecord
}

export interface Drawing {
  /** JSON of the record. */
  readonly record: string
  /** The week's Monday. */
  readonly from: string
  /** Published rotas of this week and earlier ones. */
  readonly past: readonly StoredRota[]
  /** JSON of a document whose pins are copied; null for none. */
  readonly copied: string | null
}

export function recordTasks(ruleBook: readonly RuleEntry[]) {
  const accept: Accept = (record, body) => {
    const { ods, name } = checkRecord(record, ruleBook).network
    return { network: { ods, name }, body, documentHash: hashDocument(record) }
  }
  return { ...READING, ...wholeTasks(accept), ...changeTasks(accept), ...weekTasks(ruleBook) }
}

/** The people and sites in a record, for calls that need nothing else. */
export interface RecordOutline {
  readonly people: readonly string[]
  readonly sites: readonly { readonly id: string; readonly patients: number }[]
}

/** Read-only tasks. Records are as large as documents, so they are only parsed at the desk. */
const READING = {
  recordOutline: ({ record }: { readonly record: string }): RecordOutline => {
    const { people, sites } = asRecord(record)
    return { people: people.map(({ id }) => id), sites: sites.map(({ id, patients }) => ({ id, patients })) }
  },

  leaveCalendar: ({ record, from, to }: { readonly record: string; readonly from: string; readonly to: string }) =>
    leaveCalendar(asRecord(record), from, to),

  /** One person's wishes. */
  wishesIn: ({ record, person }: { readonly record: string; readonly person: string }) =>
    (asRecord(record).wishes ?? [])
      .filter((wish) => wish.person === person)
      .map(({ id, part, date, want }) => ({ id, part, ...(date === undefined ? {} : { date }), want })),
}

/** Validates a record, whose JSON is `body`. */
type Accept = (record: unknown, body: string) => AcceptedRecord

function wholeTasks(accept: Accept) {
  return {
    acceptRecord: ({ body }: { readonly body: Uint8Array }): AcceptedRecord => accept(parseBody(body), textOf(body)),

    /** `record` is JSON of the record to change; complaints point into the changed record. */
    patchRecord: ({ body, record }: { readonly body: Uint8Array; readonly record: string }): AcceptedRecord => {
      const changed = mergePatch(parseJson(record), parseBody(body))
      return accept(changed, JSON.stringify(changed))
    },
  }
}

function changeTasks(accept: Accept) {
  const acceptedChange = (changed: NetworkRecord, ofChange: (error: unknown) => unknown) => {
    try {
      return accept(changed, JSON.stringify(changed))
    } catch (error) {
      throw ofChange(error)
    }
  }
  return {
    /** Null if the person isn't in the record. Complaints point into the wishes as sent. */
    changeWishes: ({ record, person, wishes }: WishesChange): AcceptedRecord | null => {
      const base = asRecord(record)
      const changed = withWishes(base, person, wishes)
      return changed === null ? null : acceptedChange(changed, (error) => ofOwnWishes(error, base, person))
    },

    /** Complaints point into the row as sent. */
    addLeave: ({ record, leave }: { readonly record: string; readonly leave: Omit<Leave, 'id'> }) => {
      const base = asRecord(record)
      const added = withLeave(base, leave)
      return { ...acceptedChange(added.record, (error) => ofLeave(error, base)), leave: added.leave }
    },

    /** Throws complaints about leave as sent, whatever its shape. */
    requireLeave: ({ record, leave }: { readonly record: string; readonly leave: Fields }): void => {
      const base = asRecord(record)
      const row = { id: 'asked', ...leave }
      const rows = [...(base.leave ?? []), row] as unknown as Leave[]
      acceptedChange({ ...base, leave: rows }, (error) => ofLeave(error, base))
    },

    /** Throws complaints about wishes as sent, whatever their shape. */
    requireWishes: ({
      record,
      person,
      wishes,
    }: Omit<WishesChange, 'wishes'> & { readonly wishes: readonly Fields[] }) => {
      const base = asRecord(record)
      const changed = withWishes(base, person, wishes as unknown as readonly OwnWish[])
      if (changed !== null) acceptedChange(changed, (error) => ofOwnWishes(error, base, person))
    },

    /** Null if there is no such leave. */
    removeLeave: ({ record, id }: { readonly record: string; readonly id: string }): AcceptedRecord | null => {
      const changed = withoutLeave(asRecord(record), id)
      return changed === null ? null : acceptedChange(changed, (error) => error)
    },
  }
}

function weekTasks(ruleBook: readonly RuleEntry[]) {
  return {
    checkLeave: (asked: LeaveChecking): Promise<LeaveChecked> => checkLeave(asked, ruleBook),

    /** Generates a week's document, as JSON. */
    drawWeek: ({ record, from, past, copied }: Drawing): string => {
      const read = checkRecord(parseJson(record), ruleBook)
      const document = drawWeek(read, { from, past: pastOf(past), atlas: readAtlas() })
      return JSON.stringify(
        copied === null ? document : withCopiedPins(document, checkDocument(parseJson(copied), ruleBook)),
      )
    },
  }
}
