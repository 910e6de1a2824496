/** The types of the client, from the OpenAPI document: what is sent, what is answered, and where each call is. */
import { child, comment, key, literal, type Schema, typeOf } from './type-of.ts'

interface Call {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly operation: Schema
}

const HEAD = `/**
 * Every call of the service, from its OpenAPI document. Written by \`npm run client\`: do not change it by hand.
 */
`

export function clientSource(openapi: Schema): string {
  const schemas = Object.entries(child(child(openapi.components).schemas))
  const calls = callsOf(openapi)
  return [
    HEAD,
    ...schemas.map(([name, schema]) => `export type ${name} = ${typeOf(child(schema))}\n`),
    `/** What each call takes and answers. */\nexport interface Calls {\n${calls.map(typeOfCall).join('\n')}\n}\n`,
    `/** Where each call is. */\nexport const CALLS = {\n${calls.map(placeOf).join('\n')}\n} as const satisfies Readonly<Record<keyof Calls, { readonly method: string; readonly path: string }>>\n`,
  ].join('\n')
}

function callsOf(openapi: Schema): Call[] {
  return Object.entries(child(openapi.paths)).flatMap(([path, methods]) =>
    Object.entries(child(methods)).map(([method, one]) => {
      const operation = child(one)
      return { name: String(operation.operationId), method, path, operation }
    }),
  )
}

function placeOf({ name, method, path }: Call): string {
  return `  ${key(name)}: { method: ${literal(method.toUpperCase())}, path: ${literal(path)} },`
}

function typeOfCall({ name, operation }: Call): string {
  const body = child(child(operation.requestBody).content)['application/json']
  const taken = [
    ...(['path', 'query', 'headers'] as const).flatMap((where) => parametersOf(operation, where)),
    ...(body === undefined ? [] : [`    readonly body: ${typeOf(child(child(body).schema), '    ')}`]),
  ]
  return [
    ...comment(operation.summary, '  '),
    `  readonly ${key(name)}: {`,
    ...taken,
    '    readonly answers: {',
    ...answersOf(operation),
    '    }',
    '  }',
  ].join('\n')
}

function parametersOf({ parameters }: Schema, where: 'path' | 'query' | 'headers'): string[] {
  const place = where === 'headers' ? 'header' : where
  const given = Array.isArray(parameters) ? parameters.map(child).filter((one) => one.in === place) : []
  if (given.length === 0) return []
  const fields = given.flatMap(({ name, required, description }) => [
    ...comment(description, '      '),
    // All of them are text on the way.
    `      readonly ${key(String(name))}${required === true ? '' : '?'}: string`,
  ])
  const optional = given.some(({ required }) => required === true) ? '' : '?'
  return [`    readonly ${where}${optional}: {`, ...fields, '    }']
}

/** Those that are no problem; problems are the same for every call. */
function answersOf({ responses }: Schema): string[] {
  return Object.entries(child(responses))
    .filter(([status]) => Number(status) < 400)
    .map(([status, one]) => {
      const [content] = Object.entries(child(child(one).content))
      return `      readonly ${status}: ${content === undefined ? 'undefined' : bodyOf(content[0], child(content[1]))}`
    })
}

function bodyOf(type: string, { schema }: Schema): string {
  if (type === 'application/json') return typeOf(child(schema), '      ')
  return type === 'text/event-stream'
    ? 'AsyncIterable<{ readonly id: string; readonly event: string; readonly data: string }>'
    : 'string'
}
