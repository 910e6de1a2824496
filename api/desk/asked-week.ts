/** What covers, replans and swaps begin with: the week that was sent, its rota, and the time it is. */
import type { z } from 'zod'
import { Defect } from '../../src/errors.ts'
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

/**
 * The parts of such a call, each read when it is asked for, so that complaints are told together. What needs the document fails with
 * the document's own error.
 */
export function askedWeek<A extends Asked>(
  schema: z.ZodType<A>,
  { sent, now: today }: Arrived,
  read: (document: unknown) => Problem,
) {
  const { asked, shape } = outermost(schema, sent)
  keepRepeatedKeys(asked.document, sent, '/document')
  let known: Promise<Problem> | undefined
  const before = () => {
    known ??= asked.document === undefined ? refused(shape) : within('/document', () => read(asked.document))
    return known
  }
  const sentNow = nowSchema.safeParse(asked.now)
  return {
    asked,
    /** Throws what is wrong with the names of its fields. */
    shape,
    before,
    // The reader sees that it is one.
    document: asked.document as RotaDocument,
    /** What dates are compared with: today, if the time that was sent is no time. */
    comparedWith: sentNow.success ? sentNow.data : today,
    rota: async () => readGivenRota(asked.rota, asked.document, await before()),
    now: () => within('/now', () => (asked.now === undefined ? today : readAs(nowSchema, asked.now))),
  }
}

async function refused(shape: () => void): Promise<never> {
  shape()
  throw new Defect('a call without a document has passed for whole')
}

/** The fields of a body, and what is wrong with their names, to be thrown with all else. A body without fields is refused at once. */
function outermost<A>(schema: z.ZodType<A>, sent: unknown): { readonly asked: A; readonly shape: () => void } {
  const read = schema.safeParse(sent)
  if (read.success) return { asked: read.data, shape: () => undefined }
  const wrong = complaintsOf(() => readAs(schema, sent))
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw wrong
  return {
    // Every part is read by itself, whatever it is.
    asked: sent as A,
    shape: () => {
      throw wrong
    },
  }
}

function complaintsOf(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error
  }
}
