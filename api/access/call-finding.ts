/** Finds the line of the table for a request, by its method and path alone. */
import { CALLS, type Call } from '../openapi/calls.ts'
import { PAGES, PERMISSIONS, type Permission } from './permissions.ts'

/** A call with its line; null where nobody has written one. */
export interface Line {
  readonly method: Call['method']
  /** `/v1/solves/{id}`. */
  readonly path: string
  readonly permission: Permission | null
  /** Whether a body comes with it. */
  readonly hasBody: boolean
}

export type Found =
  | { readonly kind: 'call'; readonly line: Line; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allow: string }
  /** The path is no text. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nothing' }

export type FindCall = (method: string, path: string) => Found

/** Every line there is: the calls of the OpenAPI document, and the pages. */
export function linesOf(calls: readonly Call[] = CALLS): readonly Line[] {
  const pages = PAGES.map((path): Line => {
    return { method: 'get', path, permission: { by: 'anybody', of: { kind: 'none' } }, hasBody: false }
  })
  const lines = calls.map(({ method, path, name, body }): Line => {
    const permission = Object.hasOwn(PERMISSIONS, name) ? (PERMISSIONS[name] ?? null) : null
    return { method, path, permission, hasBody: body !== undefined }
  })
  return [...lines, ...pages]
}

/** Letters count as they are, and so does a slash at the end: what a route would take for the same is refused here. */
export function callFinder(lines: readonly Line[]): FindCall {
  // A path without parameters comes before one that it would fit too.
  const known = [...lines]
    .sort((a, b) => parametersOf(a.path).length - parametersOf(b.path).length)
    .map((line) => ({ line, names: parametersOf(line.path), pattern: patternOf(line.path) }))
  return (method, path) => {
    const fitting = known.filter(({ pattern }) => pattern.test(path))
    const [first] = fitting
    if (first === undefined) return { kind: 'nothing' }
    const same = fitting.filter(({ line }) => line.path === first.line.path)
    const asked = method === 'HEAD' ? 'get' : method.toLowerCase()
    const found = same.find(({ line }) => line.method === asked)
    if (found === undefined) return { kind: 'wrong-method', allow: allowOf(same.map(({ line }) => line)) }
    const values = found.pattern.exec(path)?.slice(1) ?? []
    const params = paramsOf(found.names, values)
    return params === null ? { kind: 'unreadable' } : { kind: 'call', line: found.line, params }
  }
}

/** Read as the router reads them; null where they cannot be. */
function paramsOf(names: readonly string[], values: readonly string[]): Record<string, string> | null {
  try {
    return Object.fromEntries(names.map((name, n) => [name, decodeURIComponent(values[n] ?? '')]))
  } catch {
    return null
  }
}

function parametersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
}

function patternOf(path: string): RegExp {
  const literal = path.replaceAll(/[.*+?^$|()[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replaceAll(/\{\w+\}/g, '([^/]+)')}$`)
}

function allowOf(lines: readonly Line[]): string {
  return lines.map(({ method }) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase())).join(', ')
}
