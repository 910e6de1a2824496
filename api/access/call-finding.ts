/** Finds what answers a request, by its method and path alone: the one router of the service. */
import type { RequestHandler } from 'express'
import type { Call } from '../calls/call.ts'
import type { Deps } from '../deps.ts'
import { ANYBODY, type Permission } from './permissions.ts'

/** What the router and admission know of a call. */
export interface Line {
  readonly method: Call['method']
  /** `/v1/solves/{id}`. */
  readonly path: string
  readonly permission: Permission
  /** Whether a body comes with it. */
  readonly hasBody: boolean
  /** Of a call that takes a file instead of JSON: the media types it may have. */
  readonly fileTypes?: readonly string[]
  readonly handler: RequestHandler
}

/** A page beside the calls, for anybody: what it says is no secret. */
export interface Page {
  readonly path: string
  readonly handler: RequestHandler
}

export type Found =
  | { readonly kind: 'call'; readonly line: Line; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allow: string }
  /** The path is no text. */
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
