/** Walks a value along its schema, visiting every string with what it holds: ids of people, names, free text. */
import { z } from 'zod'
import { type Holds, holdsOf } from './document/holds.ts'

export interface FoundString {
  readonly text: string
  /** `unknown` if the schema doesn't have this field: an earlier version may have stored it. */
  readonly holds: Holds | 'unknown'
  /** Path from the root: field names and indices. */
  readonly at: readonly (string | number)[]
  /** True if the string is a field name, as in numbers by person. */
  readonly isKey: boolean
}

type Rewrite = (found: FoundString) => string
type Schema = z.core.$ZodType | null
type At = FoundString['at']

/** Returns the value with every string replaced by `rewrite`. Fields missing from the schema are walked too. */
export function rewriteStrings(schema: z.core.$ZodType, value: unknown, rewrite: Rewrite): unknown {
  return walk({ schema, at: [] }, value, rewrite)
}

/** Lists every string in the value. */
export function stringsIn(schema: z.core.$ZodType, value: unknown): readonly FoundString[] {
  const found: FoundString[] = []
  rewriteStrings(schema, value, (one) => {
    found.push(one)
    return one.text
  })
  return found
}

interface Here {
  readonly schema: Schema
  readonly at: At
}

function walk({ schema, at }: Here, value: unknown, rewrite: Rewrite): unknown {
  const fitting = bare(schema, value)
  if (typeof value === 'string') return rewrite({ text: value, holds: holdsHere(fitting), at, isKey: false })
  if (Array.isArray(value)) {
    const element = fitting instanceof z.ZodArray ? fitting.element : null
    return value.map((one: unknown, index) => walk({ schema: element, at: [...at, index] }, one, rewrite))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const inside = { schema: fieldOf(fitting, key), at: [...at, key] }
      return [keyIn(fitting, inside, rewrite), walk(inside, one, rewrite)]
    }),
  )
}

/** Field names are words, unless users choose them. */
function keyIn(schema: Schema, { at }: Here, rewrite: Rewrite): string {
  const key = String(at.at(-1))
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key)) return key
  const holds = schema instanceof z.ZodRecord ? holdsHere(schema.keyType) : 'unknown'
  return rewrite({ text: key, holds, at, isKey: true })
}

function fieldOf(schema: Schema, key: string): Schema {
  if (schema instanceof z.ZodRecord) return schema.valueType
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key) ? (schema.shape[key] ?? null) : null
}

function holdsHere(schema: Schema): FoundString['holds'] {
  return (schema && holdsOf(schema)) ?? 'unknown'
}

/** Unwraps a schema; for a union, returns the first member that the value matches. */
function bare(schema: Schema, value: unknown): Schema {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return bare(schema.unwrap(), value)
  if (schema instanceof z.ZodUnion) {
    const fitting = schema.options.find((option) => z.safeParse(option, value).success)
    return bare(fitting ?? null, value)
  }
  return schema
}
