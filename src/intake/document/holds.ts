/**
 * Declares what the strings of a schema contain. Every string of a document, rota and report must declare this, so that one walk finds
 * every place where a person can appear (src/intake/strings-in.ts); tests/src/intake/strings-in.test.ts fails if one doesn't.
 */
import { z } from 'zod'

/**
 * `person`: a person's id. `name`: a person's name. `text`: text written by a user or by this program, which may name people. `pointer`:
 * a JSON Pointer, which may contain an id. `word`: anything else, such as ids of other things, days, titles of organisations, enums.
 */
export type Holds = 'person' | 'name' | 'text' | 'pointer' | 'word'

const HOLDS = z.registry<{ readonly holds: Holds }>()

/** Annotates a string schema, and returns it. */
export function holding<S extends z.ZodType<string>>(holds: Holds, schema: S): S {
  HOLDS.add(schema, { holds })
  return schema
}

/** What strings of this schema contain; null if undeclared. Enums are words by definition. */
export function holdsOf(schema: z.core.$ZodType): Holds | null {
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return 'word'
  return HOLDS.get(schema)?.holds ?? null
}
