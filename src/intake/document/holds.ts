/**
 * What the strings of a schema hold. Every string of a document, a rota and a report declares this, so that one walk
 * finds each place where a person can appear (src/intake/strings-in.ts); tests/src/intake/strings-in.test.ts fails for
 * a string that does not.
 */
import { z } from 'zod'

/**
 * `person`: the id of a person. `name`: a person's name. `text`: words that somebody or this program wrote, in which people may be
 * named. `pointer`: a JSON Pointer, which may lead through an id. `word`: anything else: ids of other things, days, titles of
 * organisations, closed lists.
 */
export type Holds = 'person' | 'name' | 'text' | 'pointer' | 'word'

const HOLDS = z.registry<{ readonly holds: Holds }>()

/** Marks a schema of strings; returns that schema. */
export function holding<S extends z.ZodType<string>>(holds: Holds, schema: S): S {
  HOLDS.add(schema, { holds })
  return schema
}

/** What a string of this schema holds; null if undeclared. Closed lists hold words by definition. */
export function holdsOf(schema: z.core.$ZodType): Holds | null {
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return 'word'
  return HOLDS.get(schema)?.holds ?? null
}
