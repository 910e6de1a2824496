/** A name for exactly this document: the same for any order of its fields. */
import { createHash } from 'node:crypto'

/** `sha256:` and 64 hexadecimal digits, of the JSON without spaces and with every object's fields in order. */
export function hashDocument(document: unknown): string {
  return `sha256:${createHash('sha256').update(canonical(document)).digest('hex')}`
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inside: unknown) => (isObject(inside) ? inOrder(inside) : inside)) ?? 'null'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inOrder(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
