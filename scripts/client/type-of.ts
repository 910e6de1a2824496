/** TypeScript for JSON Schema, as far as the OpenAPI document of this service goes. */
import { Defect } from '../../src/errors.ts'

export type Schema = { readonly [name: string]: unknown }

/** The type of values that fit; `indent` is the space before the line that it begins on. */
export function typeOf(schema: Schema, indent = ''): string {
  if (typeof schema.$ref === 'string') return schema.$ref.replace('#/components/schemas/', '')
  if (Array.isArray(schema.anyOf)) return schema.anyOf.map((one) => typeOf(one, indent)).join(' | ')
  if ('const' in schema) return literal(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map(literal).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type
    case 'number':
    case 'integer':
      return 'number'
    case 'array':
      return `readonly ${inBrackets(typeOf(child(schema.items), indent))}[]`
    case 'object':
      return objectOf(schema, indent)
    case undefined:
      return 'unknown'
    default:
      throw new Defect(`the client has no type for ${JSON.stringify(schema).slice(0, 100)}`)
  }
}

function objectOf(schema: Schema, indent: string): string {
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  const inner = `${indent}  `
  const fields = Object.entries(child(schema.properties)).flatMap(([name, value]) => {
    const field = child(value)
    return [
      ...comment(field.description, inner),
      `${inner}readonly ${key(name)}${required.has(name) ? '' : '?'}: ${typeOf(field, inner)}`,
    ]
  })
  const others = schema.additionalProperties
  // Beside named fields nothing is said of the others: an index would have to hold for both.
  const open = typeof others === 'object' && others !== null
  const index = open
    ? [`${inner}readonly [name: string]: ${fields.length > 0 ? 'unknown' : typeOf(child(others), inner)}`]
    : []
  const lines = [...fields, ...index]
  return lines.length === 0 ? 'Readonly<Record<string, never>>' : `{\n${lines.join('\n')}\n${indent}}`
}

export function comment(text: unknown, indent: string): string[] {
  return typeof text === 'string' ? [`${indent}/** ${text.replaceAll('*/', '*\\/')} */`] : []
}

/** A name as a field, in quotes where it must be. */
export function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) || /^\d+$/.test(name) ? name : literal(name)
}

export function literal(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
    : JSON.stringify(value)
}

export function child(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function inBrackets(type: string): string {
  return / \| |^readonly /.test(type) && !type.startsWith('{') ? `(${type})` : type
}
