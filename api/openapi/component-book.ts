/** JSON Schemas of the contract, with those that have a name gathered as components. */
import { z } from 'zod'
import { Defect } from '../../src/errors.ts'
import { nameOf } from '../contract/named.ts'

export type Json = { readonly [name: string]: unknown }

export interface ComponentBook {
  /** The schema, or a reference to it where it has a name. */
  schemaOf(schema: z.ZodType): Json
  /** Of each field of a query, as it comes in, and whether it must. */
  fieldsOf(query: z.ZodObject): readonly { readonly name: string; readonly schema: Json; readonly required: boolean }[]
  /** Every named schema that has been referred to, in order of name. */
  components(): Json
}

export function openComponentBook(): ComponentBook {
  const met = new Map<string, z.core.$ZodType>()
  const meet = (name: string, schema: z.core.$ZodType) => {
    const known = met.get(name)
    if (known !== undefined && !isSame(known, schema)) throw new Defect(`two schemas are called ${name}`)
    if (known === undefined) met.set(name, schema)
    return { $ref: `#/components/schemas/${name}` }
  }
  const writtenOut = (schema: z.core.$ZodType, io: 'input' | 'output'): Json => {
    const own = nameOf(schema)
    const { $schema: _, ...rest } = z.toJSONSchema(schema, {
      io,
      override: ({ zodSchema, jsonSchema, path }) => {
        const name = nameOf(zodSchema)
        if (name === null || (name === own && path.length === 0)) return tidy(jsonSchema)
        const { description } = jsonSchema
        for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key)
        Object.assign(jsonSchema, meet(name, zodSchema), description === undefined ? {} : { description })
      },
    })
    return rest
  }
  return {
    schemaOf: (schema) => {
      const name = nameOf(schema)
      return name === null ? writtenOut(schema, 'output') : meet(name, schema)
    },
    fieldsOf: (query) => {
      const { properties = {}, required = [] } = writtenOut(query, 'input')
      return Object.entries(properties as Readonly<Record<string, Json>>).map(([name, schema]) => {
        return { name, schema, required: (required as readonly string[]).includes(name) }
      })
    },
    components: () => {
      const written = new Map<string, Json>()
      // Writing one out may meet others, which then follow in the same round: a Map is walked to its end.
      for (const [name, schema] of met) written.set(name, writtenOut(schema, 'output'))
      return Object.fromEntries([...written].sort(([a], [b]) => a.localeCompare(b, 'en')))
    },
  }
}

/** Formats that say by themselves what zod spells out as a pattern beside them. */
const PLAIN_FORMATS = new Set(['date', 'date-time', 'uuid', 'email'])

/** Leaves out what tells a reader nothing: patterns of numbers and of known formats, and the limits of what JSON can count. */
function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  if (PLAIN_FORMATS.has(schema.format ?? '') || schema.type === 'integer') delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}

/** A schema with a description of its own is another value than the one that it was made from. */
function isSame(a: z.core.$ZodType, b: z.core.$ZodType): boolean {
  return a === b || rootOf(a) === rootOf(b)
}

function rootOf(schema: z.core.$ZodType): z.core.$ZodType {
  return schema._zod.parent === undefined ? schema : rootOf(schema._zod.parent)
}
