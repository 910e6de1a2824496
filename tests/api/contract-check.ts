/** Holds every answer of the service against its OpenAPI document. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import type { Json } from '../../api/openapi/component-book.ts'
import { OPENAPI } from '../../api/openapi/openapi.ts'
import { isDay } from '../../src/time.ts'

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    date: isDay,
    'date-time': (text) => new Date(text).toJSON() === text || `${new Date(text).toJSON().slice(0, 19)}Z` === text,
    uuid: UUID,
    email: /^[^@\s]+@[^@\s]+$/,
    uri: (text) => URL.canParse(text),
    'uri-reference': true,
  },
})
ajv.addSchema(OPENAPI, 'openapi')
const validators = new Map<string, ValidateFunction>()

/** `fetch`, which fails where the answer is none that the document tells of. */
export async function checkedFetch(url: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, options)
  const where = place(new URL(url).pathname, (options.method ?? 'GET').toLowerCase())
  expect(where, `a call in the document for ${options.method ?? 'GET'} ${url}`).not.toBeNull()
  if (where !== null) await check(response, where)
  return response
}

/** The names under which the document has a call: `paths`, its path, its method. */
function place(pathname: string, method: string): readonly string[] | null {
  const paths = OPENAPI.paths as Readonly<Record<string, Json>>
  const fits = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname)
  const path = Object.keys(paths).find((one) => fits(one) && paths[one]?.[method] !== undefined)
  return path === undefined ? null : ['paths', path, method]
}

async function check(response: Response, where: readonly string[]): Promise<void> {
  const [type] = (response.headers.get('content-type') ?? '').split(';')
  const answer = [...where, 'responses', String(response.status)]
  expect(at(answer), `${answer.join(' ')} in the document`).toBeDefined()
  if (response.status === 204 || response.status === 304) return
  const content = [...answer, 'content', type ?? '']
  expect(at(content), `${content.join(' ')} in the document`).toBeDefined()
  if (!type?.endsWith('json')) return
  const validate = validatorOf([...content, 'schema'])
  validate(await response.clone().json())
  expect(validate.errors ?? [], content.join(' ')).toEqual([])
}

function at(names: readonly string[]): unknown {
  return names.reduce<unknown>((value, name) => (value as Json | undefined)?.[name], OPENAPI)
}

function validatorOf(names: readonly string[]): ValidateFunction {
  const pointer = names.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const known = validators.get(pointer) ?? ajv.compile({ $ref: `openapi#/${pointer}` })
  validators.set(pointer, known)
  return known
}
