/** What covers, replans and swaps begin with: the week that was sent, its rota, and the time it is. */
import type { Moment } from '../../src/intake/absence/moment.ts'
import { keepRepeatedKeys } from '../../src/intake/json/parse-json.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { now as nowSchema } from '../contract/covers.ts'
import { readAs } from '../contract.ts'
import { readGivenRota } from './given-rota.ts'
import { within } from './within.ts'

/** A call as it came. */
export interface Arrived {
  /** The body, parsed. */
  readonly sent: unknown
  /** Now, if the caller does not say. */
  readonly now: Moment
}

interface Asked {
  readonly document?: unknown
  readonly rota?: unknown
  readonly now?: unknown
}

/** Reads the document at once, as all else is read by it; its rota and the time when they are asked for, so that complaints are told together. */
export async function askedWeek(asked: Asked, { sent, now: today }: Arrived, read: (document: unknown) => Problem) {
  keepRepeatedKeys(asked.document, sent, '/document')
  const before = await within('/document', () => read(asked.document))
  const sentNow = nowSchema.safeParse(asked.now)
  return {
    before,
    // The reader has seen that it is one.
    document: asked.document as RotaDocument,
    /** What dates are compared with: today, if the time that was sent is no time. */
    comparedWith: sentNow.success ? sentNow.data : today,
    rota: () => readGivenRota(asked.rota, asked.document, before),
    now: () => within('/now', () => (asked.now === undefined ? today : readAs(nowSchema, asked.now))),
  }
}
