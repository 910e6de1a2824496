/** Describes a call as an OpenAPI operation. */
import { type Answer, type Call, type Header, problemsOf } from '../calls/call.ts'
import { PROBLEM } from '../calls/examples.ts'
import { problemResponse } from '../contract/problem.ts'
import { PROBLEMS, type ProblemKind } from '../problems.ts'
import type { ComponentBook, Json } from './component-book.ts'

export function operationOf(call: Call, book: ComponentBook): Json {
  const parameters = parametersOf(call, book)
  return {
    operationId: call.name,
    tags: [call.tag],
    summary: call.summary,
    description: [call.description, whoMay(call)].filter((text) => text !== undefined).join('\n\n'),
    security: securityOf(call),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBodyOf(call, book),
    responses: { ...answersOf(call, book), ...refusalsOf(problemsOf(call), book) },
  }
}

/** The allowed roles, for people and programs. */
function whoMay({ permission: { by, only } }: Call): string {
  if (by === 'anybody') return 'For anybody.'
  if (by === 'signed-in') return 'For anybody who has signed in.'
  const whom = `For these roles, where people sign in: ${by.join(', ')}.`
  return only === 'person' ? `${whom} For people, never with a key.` : whom
}

/** Includes no authentication as an alternative, for services without sign-in. */
function securityOf({ permission: { by, only } }: Call): readonly Json[] {
  if (by === 'anybody') return []
  return [...(only === 'person' ? [] : [{ key: [] }]), { session: [] }, {}]
}

function parametersOf({ params = {}, headers = {}, query }: Call, book: ComponentBook): readonly Json[] {
  const ofPath = Object.entries(params).map(([name, { does, schema, example }]) => ({
    ...{ name, in: 'path', required: true, description: does, schema: book.schemaOf(schema), example },
  }))
  const ofQuery = query === undefined ? [] : book.fieldsOf(query)
  return [
    ...ofPath,
    ...ofQuery.map(({ schema: { description, ...schema }, ...field }) => {
      return { ...field, in: 'query', ...(description === undefined ? {} : { description }), schema }
    }),
    ...Object.entries(headers).map(([name, header]) => {
      return { name, in: 'header', required: false, ...headerOf(header, book) }
    }),
  ]
}

function headerOf({ does, schema, example }: Header, book: ComponentBook): Json {
  return { description: does, schema: book.schemaOf(schema), ...(example === undefined ? {} : { example }) }
}

function requestBodyOf({ body }: Call, book: ComponentBook): Json {
  if (body === undefined) return {}
  const { kind, types = ['application/json'], schema, example } = body
  if (kind === 'file')
    return { requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, {}])) } }
  const content = { schema: book.schemaOf(schema), example }
  return { requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, content])) } }
}

/** Header of every response. */
const REQUEST_ID = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } }

function answersOf({ answers }: Call, book: ComponentBook): Json {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, book)]))
}

function answerOf(answer: Answer, book: ComponentBook): Json {
  const { does, schema, type, headers = {}, example, events, files } = answer
  const own = Object.entries(headers).map(([name, header]) => [name, headerOf(header, book)])
  const more = example === undefined ? {} : { example }
  return {
    description: does,
    headers: { ...REQUEST_ID, ...Object.fromEntries(own) },
    ...(schema
      ? { content: { 'application/json': { schema: book.schemaOf(schema), ...more }, ...formatsOf(answer) } }
      : {}),
    ...(files ? { content: filesOf(files) } : {}),
    ...(type ? { content: { [type]: { schema: textOf(events, book), ...more } } } : {}),
  }
}

/** Formats besides JSON. */
function formatsOf({ formats = [] }: Answer): Json {
  const others = formats.filter(({ mediaType }) => mediaType !== 'application/json')
  return Object.fromEntries(
    others.map(({ mediaType, does }) => [
      mediaType,
      { schema: { type: 'string', description: `The report: ${does}.` } },
    ]),
  )
}

/** Formats that share a media type are described together. */
function filesOf(files: NonNullable<Answer['files']>): Json {
  const types = [...new Set(files.map(({ mediaType }) => mediaType))]
  return Object.fromEntries(
    types.map((type) => {
      const does = files.filter(({ mediaType }) => mediaType === type).map((file) => file.does)
      const binary = /^application\/(pdf|vnd\.openxml)/.test(type) ? { contentMediaType: type } : {}
      return [
        type,
        { schema: type.endsWith('json') ? {} : { type: 'string', ...binary, description: `${does.join('; or ')}.` } },
      ]
    }),
  )
}

/** Plain text, or an event of an event stream: number, name and data. */
function textOf(events: Answer['events'], book: ComponentBook): Json {
  if (events === undefined) return { type: 'string' }
  const kinds = Object.entries(events).map(([name, data]) => ({
    type: 'object',
    properties: {
      id: { type: 'string', pattern: '^\\d+$' },
      event: { const: name },
      data: { type: 'string', contentMediaType: 'application/json', contentSchema: book.schemaOf(data) },
    },
    required: ['id', 'event', 'data'],
  }))
  return { oneOf: kinds }
}

/** Response headers by problem kind. */
const HEADERS: Readonly<Partial<Record<ProblemKind, Json>>> = {
  'too-often': { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  busy: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  'not-ready': { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  'not-signed-in': { 'WWW-Authenticate': { $ref: '#/components/headers/Authenticate' } },
  'changed-since': { ETag: { $ref: '#/components/headers/NewestVersion' } },
  'say-which': { ETag: { $ref: '#/components/headers/NewestVersion' } },
}

/** Problem responses by status; those with the same status are distinguished by `type`. */
function refusalsOf(kinds: readonly ProblemKind[], book: ComponentBook): Json {
  const statuses = new Set(kinds.map((kind) => PROBLEMS[kind].status))
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      refusalOf(
        kinds.filter((kind) => PROBLEMS[kind].status === status),
        book,
      ),
    ]),
  )
}

function refusalOf(kinds: readonly ProblemKind[], book: ComponentBook): Json {
  const types = kinds.map((kind) => `urn:problem-type:rota:${kind}`)
  const [kind = 'invalid-input'] = kinds
  const { title, status } = PROBLEMS[kind]
  const example = kind === 'invalid-input' ? PROBLEM : { type: types[0], title, status }
  const schema = { allOf: [book.schemaOf(problemResponse), { properties: { type: { enum: types } } }] }
  return {
    description: kinds.map((kind) => `\`${kind}\`: ${PROBLEMS[kind].title}`).join(' '),
    headers: Object.assign({ ...REQUEST_ID }, ...kinds.map((kind) => HEADERS[kind] ?? {})),
    content: { 'application/problem+json': { schema, example } },
  }
}
