/** Reads the body of a call as JSON. */
import { type Request, type RequestHandler, raw } from 'express'
import { parseJson } from '../src/intake/json.ts'
import { LIMITS } from '../src/policy.ts'
import { Refusal, refusingAs } from './problems.ts'

/** Refuses anything but JSON before its first byte is read, and stops reading where it is too large. */
export const jsonBody: readonly RequestHandler[] = [requireJson, raw({ type: () => true, limit: LIMITS.bytes })]

function requireJson(request: Request, _: unknown, next: () => void): void {
  const given = request.headers['content-type']
  const [, type = '', charset = 'utf-8'] = /^\s*([^;\s]+)\s*(?:;.*charset="?([^;"\s]+))?/i.exec(given ?? '') ?? []
  if (!/^application\/(?:[\w.+-]+\+)?json$/i.test(type) || charset.toLowerCase() !== 'utf-8') {
    throw new Refusal('wrong-content-type', {
      complaints: [
        {
          pointer: '',
          detail: 'The content type must be application/json.',
          seen: given === undefined ? 'none' : given.slice(0, 60),
        },
      ],
    })
  }
  next()
}

const read = new WeakMap<object, { readonly value: unknown }>()

/** What the body says, once `jsonBody` has read it: the same for whoever lets a call in and whoever answers it. */
export function readBody(request: Pick<Request, 'body'>): unknown {
  const known = read.get(request)
  if (known !== undefined) return known.value
  const bytes: unknown = request.body
  const value = refusingAs('not-json', () => parseJson(Buffer.isBuffer(bytes) ? textOf(bytes) : ''))
  read.set(request, { value })
  return value
}

/** The text of a body that has been read, to be kept as it came: what is remarked on in it is remarked on again. */
export function textOfBody({ body }: Pick<Request, 'body'>): string {
  return Buffer.isBuffer(body) ? textOf(body) : ''
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('not-json', { complaints: [{ pointer: '', detail: 'The body is not text in UTF-8.' }] })
  }
}
