/** Shared input of covers, replans and swaps: the week, its rota and the current time. */
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

/** A call's input. */
export interface Arrived {
  /** The body, parsed. */
  readonly sent: unknown
  /** Default current time if the caller gives none. */
  readonly now: Moment
}

interface Asked {
  readonly document?: unknown
  readonly rota?: unknown
  readonly now?: unknown
}

/**
 * The parts of such a call, each read lazily, so that all complaints can be reported together. Parts that need the document fail
 * with the document's own error.
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
    /** Throws complaints about unknown or missing fields. */
    shape,
    before,
    // The reader validates it.
    document: asked.document as RotaDocument,
    /** Reference time for dates: today if the time sent is invalid. */
    comparedWith: sentNow.success ? sentNow.data : today,
    rota: async () => readGivenRota(asked.rota, asked.document, await before()),
    now: () => within('/now', () => (asked.now === undefined ? today : readAs(nowSchema, asked.now))),
  }
}

async function refused(shape: () => void): Promise<never> {
  shape()
  throw new Defect('a call without a document has passed for whole')
}

/**
 * The fields of a body, and the complaints about their names, to be thrown with the others. Throws at once if the body isn't an
 * object.
 */
function outermost<A>(schema: z.ZodType<A>, sent: unknown): { readonly asked: A; readonly shape: () => void } {
  const read = schema.safeParse(sent)
  if (read.success) return { asked: read.data, shape: () => undefined }
  const wrong = complaintsOf(() => readAs(schema, sent))
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw wrong
  return {
    // Each part is validated separately, whatever its type.
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
