/** Converts the contract's schemas to JSON Schema, collecting named ones as components. */
import { z } from 'zod'
import { Defect } from '../../src/errors.ts'
import { nameOf } from '../contract/named.ts'

export type Json = { readonly [name: string]: unknown }

export interface ComponentBook {
  /** The schema, or a reference if it is named. */
  schemaOf(schema: z.ZodType): Json
  /** A query's fields: input schema, and whether required. */
  fieldsOf(query: z.ZodObject): readonly { readonly name: string; readonly schema: Json; readonly required: boolean }[]
  /** All referenced named schemas, sorted by name. */
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
      // Converting one may add others, which the same loop then visits: iterating a Map includes entries added meanwhile.
      for (const [name, schema] of met) written.set(name, writtenOut(schema, 'output'))
      return Object.fromEntries([...written].sort(([a], [b]) => a.localeCompare(b, 'en')))
    },
  }
}

/** Formats for which zod's additional pattern is redundant. */
const PLAIN_FORMATS = new Set(['date', 'date-time', 'uuid', 'email'])

/** Removes noise: patterns of numbers and known formats, and the limits of safe integers. */
function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  if (PLAIN_FORMATS.has(schema.format ?? '') || schema.type === 'integer') delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}

/** Compares definitions: a schema with its own description is a different object from the original. */
function isSame(a: z.core.$ZodType, b: z.core.$ZodType): boolean {
  return a === b || rootOf(a) === rootOf(b)
}

function rootOf(schema: z.core.$ZodType): z.core.$ZodType {
  return schema._zod.parent === undefined ? schema : rootOf(schema._zod.parent)
}
