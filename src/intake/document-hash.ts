/** A content hash of a document, independent of field order. */
import { createHash } from 'node:crypto'

/** `sha256:` and 64 hexadecimal digits: the hash of the JSON without whitespace and with every object's fields sorted. */
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
