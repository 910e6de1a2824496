/** Named schemas, which appear once in the OpenAPI document and are referenced everywhere else. */
import { z } from 'zod'

const NAMES = z.registry<{ readonly name: string }>()

/** Names a schema and returns it. */
export function named<S extends z.ZodType>(name: string, schema: S): S {
  NAMES.add(schema, { name })
  return schema
}

/** Null for a schema that is written inline. */
export function nameOf(schema: z.core.$ZodType): string | null {
  return NAMES.get(schema)?.name ?? null
}
