/** fast-check arbitraries of calls derived from the OpenAPI document, with slight or gross errors. */
import fc from 'fast-check'
import type { Json } from '../api/openapi/component-book.ts'
import { HOSTILE_HEADERS, HOSTILE_SEGMENTS, HOSTILE_VALUES } from './hostile-values.ts'
import { valueFor } from './schema-arbitrary.ts'
import { tinyDocument } from './tiny-document.ts'

export interface WireRequest {
  readonly method: string
  /** Sent as is, without normalisation. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}

/** `ids` are existing operations. */
export function requests(openapi: Json, ids: readonly string[]): fc.Arbitrary<WireRequest> {
  const calls = Object.entries(openapi.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => requestOf({ openapi, ids, path, method, call: call as Json })),
  )
  return fc.oneof(...calls)
}

interface Place {
  readonly openapi: Json
  readonly ids: readonly string[]
  readonly path: string
  readonly method: string
  readonly call: Json
}

function requestOf(place: Place): fc.Arbitrary<WireRequest> {
  const odd = fc.constantFrom('get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace', 'propfind')
  return fc
    .record({
      method: fc.oneof({ weight: 12, arbitrary: fc.constant(place.method) }, { weight: 1, arbitrary: odd }),
      path: pathOf(place),
      headers: fc.array(fc.constantFrom(...HOSTILE_HEADERS), { maxLength: 2 }),
      body: bodyOf(place),
    })
    .map(({ method, path, headers, body }) => ({
      method: method.toUpperCase(),
      path,
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...Object.fromEntries(headers),
      },
      body,
    }))
}

function pathOf({ path, ids, call }: Place): fc.Arbitrary<string> {
  const real = fc.constantFrom(...ids, 'U49929', 'U99999', '2026-11-30', '1', 'g1')
  const segment = fc.oneof(
    { weight: 3, arbitrary: real },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_SEGMENTS) },
  )
  const segments = path.split('/').map((part) => (/^\{/.test(part) ? segment : fc.constant(part)))
  const names = ((call.parameters ?? []) as Json[]).filter((one) => one.in === 'query').map(({ name }) => String(name))
  const query = fc.dictionary(
    fc.constantFrom(...names, '__proto__', 'constructor', 'a[b][c]', 'name'),
    fc.oneof(
      fc.constantFrom('2026-11-30', '1', 'rochford'),
      fc.constantFrom(...HOSTILE_VALUES).map((value) => JSON.stringify(value) ?? ''),
      fc.string(),
    ),
    { maxKeys: 3 },
  )
  return fc.tuple(fc.tuple(...segments), query).map(([parts, asked]) => {
    const words = Object.entries(asked).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    return parts.join('/') + (words.length > 0 ? `?${words.join('&')}` : '')
  })
}

/** A lone surrogate can't be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '?'))
}

function bodyOf({ openapi, call }: Place): fc.Arbitrary<Buffer | null> {
  const content = (call.requestBody as Json | undefined)?.content as Json | undefined
  const schema = (content?.['application/json'] as Json | undefined)?.schema as Json | undefined
  if (schema === undefined) return fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, bytes())
  const document = fc.constant<unknown>(tinyDocument({ seconds: 1 }))
  const wrapped = document.map((inner) => ({ document: inner, rota: { assignments: [] } }))
  const value = fc.oneof(document, wrapped, valueFor(schema, openapi))
  const text = fc.tuple(value, fc.array(mutations(), { maxLength: 3 })).map(([whole, steps]) => mutated(whole, steps))
  return fc.oneof(
    { weight: 6, arbitrary: text.map((one) => Buffer.from(one)) },
    { weight: 1, arbitrary: torn(text) },
    bytes(),
  )
}

function bytes(): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some))
}

/** Truncated, or with one byte changed. */
function torn(text: fc.Arbitrary<string>): fc.Arbitrary<Buffer> {
  return fc.tuple(text, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean()).map(([whole, at, byte, cut]) => {
    const copy = Buffer.from(whole)
    if (copy.length === 0) return copy
    if (cut) return copy.subarray(0, at % copy.length)
    copy[at % copy.length] = byte
    return copy
  })
}

interface Mutation {
  readonly kind: 'replace' | 'remove' | 'add'
  /** Index of a place in the value. */
  readonly at: number
  readonly value: unknown
}

function mutations(): fc.Arbitrary<Mutation> {
  return fc.record({
    kind: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const),
    at: fc.nat(),
    value: fc.oneof(fc.constantFrom(...HOSTILE_VALUES), fc.jsonValue({ maxDepth: 2 })),
  })
}

type Holder = Record<string, unknown>

/** JSON of a value after some mutations; keys such as `__proto__` are written literally. */
export function mutated(whole: unknown, steps: readonly Mutation[]): string {
  const copy: unknown = structuredClone(whole)
  for (const { kind, at, value } of steps) {
    const places = placesOf(copy)
    const place = places[at % Math.max(1, places.length)]
    if (place === undefined) continue
    const { holder, key } = place
    if (kind === 'remove') Reflect.deleteProperty(holder, key)
    else if (kind === 'replace') define(holder, key, value)
    else define(holder, ['__proto__', 'constructor', 'prototype', 'extra'][at % 4] ?? '', value)
  }
  return JSON.stringify(copy) ?? ''
}

function define(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function placesOf(value: unknown): { holder: Holder; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Holder
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])])
}
