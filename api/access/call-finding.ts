/** The service's only router: finds a request's handler by method and path. */
import type { RequestHandler } from 'express'
import type { Call } from '../calls/call.ts'
import type { Deps } from '../deps.ts'
import { ANYBODY, type Permission } from './permissions.ts'

/** What the router and admission know about a call. */
export interface Line {
  readonly method: Call['method']
  /** `/v1/solves/{id}`. */
  readonly path: string
  readonly permission: Permission
  /** Whether a body comes with it. */
  readonly hasBody: boolean
  /** Allowed media types, if the call takes a file instead of JSON. */
  readonly fileTypes?: readonly string[]
  readonly handler: RequestHandler
}

/** A public page, not part of the API. */
export interface Page {
  readonly path: string
  readonly handler: RequestHandler
}

export type Found =
  | { readonly kind: 'call'; readonly line: Line; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allow: string }
  /** The path can't be decoded. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nothing' }

export type FindCall = (method: string, path: string) => Found

/** A line for each call and page. */
export function linesOf(calls: readonly Call[], pages: readonly Page[], deps: Deps): readonly Line[] {
  return [
    ...calls.map(({ method, path, permission, body, handler }): Line => {
      const file = body?.kind === 'file' ? { fileTypes: body.types ?? [] } : {}
      return { method, path, permission, hasBody: body !== undefined, ...file, handler: handler(deps) }
    }),
    ...pages.map(({ path, handler }): Line => ({ method: 'get', path, permission: ANYBODY, hasBody: false, handler })),
  ]
}

/** Paths are case-sensitive and a trailing slash matters: variants that Express would treat as equal are not found. */
export function callFinder(lines: readonly Line[]): FindCall {
  // A literal path takes precedence over a parameterised one that it also matches.
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

/** Decoded as Express would; null if they can't be. */
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
