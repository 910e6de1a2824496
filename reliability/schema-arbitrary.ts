/** fast-check arbitraries of values that a JSON Schema allows, or nearly allows. */
import fc from 'fast-check'
import type { Json } from '../api/openapi/component-book.ts'

/** Maximum depth; below it, any value is used. */
const DEEPEST = 6

/** `root` is the document in which references are resolved. */
export function valueFor(schema: Json, root: Json, depth = 0): fc.Arbitrary<unknown> {
  const of = (inner: unknown) => valueFor((inner ?? {}) as Json, root, depth + 1)
  if (depth > DEEPEST) return fc.constant(null)
  if (typeof schema.$ref === 'string') return of(referred(schema.$ref, root))
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (Array.isArray(choices) && choices.length > 0) return fc.oneof(...choices.map(of))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objectOf(schema, of)
    case 'array':
      // A tuple lists its items, and may forbid others (`items: false`).
      if (Array.isArray(schema.prefixItems)) return fc.tuple(...schema.prefixItems.map(of))
      return fc.array(of(schema.items), { maxLength: 3 })
    case 'integer':
      return fc.integer({ min: Number(schema.minimum ?? -10), max: Math.min(Number(schema.maximum ?? 100), 1e6) })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1000 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textOf(schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf(schema: Json, of: (inner: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Json)
  const model = Object.fromEntries(properties.map(([name, inner]) => [name, of(inner)]))
  const required = (Array.isArray(schema.required) ? schema.required : []) as string[]
  const known = fc.record(model, { requiredKeys: required.filter((name) => name in model) })
  const others = schema.additionalProperties
  if (typeof others !== 'object' || others === null) return known
  const more = fc.dictionary(fc.string({ maxLength: 12 }), of(others), { maxKeys: 3 })
  return fc.tuple(known, more).map(([mine, theirs]) => ({ ...theirs, ...mine }))
}

function textOf({ pattern, format }: Json): fc.Arbitrary<string> {
  if (format === 'date-time') return fc.constantFrom('2026-11-30T08:30:00Z', '2027-03-28T01:30:00Z')
  const days = fc.constantFrom('2026-11-30', '2027-03-28', '2026-10-25', 'am', 'mon-am', 'GP 1', 'g1')
  if (typeof pattern !== 'string') return fc.oneof(days, fc.string({ maxLength: 20 }))
  try {
    return fc.oneof(fc.stringMatching(new RegExp(pattern)), days)
  } catch {
    // Patterns with lookaround can't be turned into examples.
    return days
  }
}

function referred(reference: string, root: Json): unknown {
  const names = reference.replace(/^#\//, '').split('/')
  return names.reduce<unknown>((value, name) => (value as Json | undefined)?.[name], root)
}
