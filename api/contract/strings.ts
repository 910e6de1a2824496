/** String schemas annotated with what they hold, so that erasure finds a person in stored data. */
import { z } from 'zod'
import { holding } from '../../src/intake/document/holds.ts'

/** Ids of anything but a person, units, names of organisations. */
export const word = holding('word', z.string())
/** A day, `YYYY-MM-DD`. */
export const day = holding('word', z.iso.date())
/** The id of a person. */
export const person = holding('person', z.string())
/** Text that may name people. */
export const sentence = holding('text', z.string())
/** A JSON Pointer (RFC 6901), which may contain an id. */
export const pointer = holding('pointer', z.string())
/** SHA-256 of a document in its canonical form. */
export const hash = holding('word', z.string().regex(/^sha256:[0-9a-f]{64}$/))
