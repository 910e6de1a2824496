/** Reads the body of a call as JSON. */
import { type Request, type RequestHandler, raw } from 'express'
import { FILE_LIMITS } from '../src/intake/cells/file-limits.ts'
import { parseJson } from '../src/intake/json/parse-json.ts'
import { LIMITS } from '../src/policy.ts'
import { Refusal, refusingAs } from './problems.ts'
import { storeFile } from './sent-file.ts'

/** Refuses anything but JSON before reading its first byte, and stops reading if it is too large. */
export const jsonBody: readonly RequestHandler[] = [requireJson, raw({ type: () => true, limit: LIMITS.bytes })]

/** Refuses other types of file than these before reading the first byte; what comes is written to disk. */
export function fileBody(types: readonly string[]): readonly RequestHandler[] {
  const requireType: RequestHandler = (request, _, next) => {
    const given = request.headers['content-type']
    const type = (given ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (!types.includes(type)) {
      const detail = `The content type must be one of ${types.join(', ')}.`
      const seen = given === undefined ? 'none' : given.slice(0, 60)
      throw new Refusal('wrong-content-type', { complaints: [{ pointer: '', detail, seen }] })
    }
    next()
  }
  return [requireType, storeFile({ most: FILE_LIMITS.textBytes })]
}

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

/** What a small body says, once `jsonBody` has read it. Documents and rotas are read at the desk. */
export function readBody(request: Pick<Request, 'body'>): unknown {
  const known = read.get(request)
  if (known !== undefined) return known.value
  const value = parseBody(bytesOf(request))
  read.set(request, { value })
  return value
}

/** The bytes of a body that has been read, in a memory of their own, so that a thread can be given them. */
export function bytesOf({ body }: Pick<Request, 'body'>): Uint8Array {
  return Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array()
}

/** What the bytes say as JSON. */
export function parseBody(bytes: Uint8Array): unknown {
  return refusingAs('not-json', () => parseJson(textOf(bytes)))
}

/** The text of a body, as it came. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('not-json', { complaints: [{ pointer: '', detail: 'The body is not UTF-8 text.' }] })
  }
}
